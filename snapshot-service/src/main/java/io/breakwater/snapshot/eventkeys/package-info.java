/** The public keys of the producers whose events agents take, from disk: they go into each index. Read by {@code capture}. */
package io.breakwater.snapshot.eventkeys;
