/**
 * When to look: each domain's watch, which polls, follows nudges and fires at the instants at which a verdict can change. The tenants
 * of this replica stand in {@link io.breakwater.watcher.polling.Watches}.
 */
package io.breakwater.watcher.polling;
