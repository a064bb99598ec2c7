/** What the watcher knows of a tenant's domain, over REST, and the poke. */
package io.breakwater.watcher.status;
