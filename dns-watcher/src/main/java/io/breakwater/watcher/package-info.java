/** dns-watcher: sees that a tenant's TXT record changed and says so, with the record as evidence. */
package io.breakwater.watcher;
