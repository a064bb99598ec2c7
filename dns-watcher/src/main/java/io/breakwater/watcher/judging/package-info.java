/** What the answers of a look amount to: which record set counts as seen, what it means, and whether that is news. Pure, but for a memory of verified sets. */
package io.breakwater.watcher.judging;
