/**
 * What a snapshot holds: from one view of a tenant's configuration to the four files of each group, as pure functions. Nothing here
 * knows the database, the network or the time. Called by {@code capture}.
 */
package io.breakwater.snapshot.content;
