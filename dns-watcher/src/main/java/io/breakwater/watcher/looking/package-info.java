/** One look: who is asked for a domain's record, and what each of them answers. Knows nothing of what the record means. */
package io.breakwater.watcher.looking;
