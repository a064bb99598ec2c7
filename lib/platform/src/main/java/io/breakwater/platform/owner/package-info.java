/**
 * Reads from the service that owns something, over REST, with this service's own token: what it answers is the truth, whatever the bus
 * told. {@link io.breakwater.platform.owner.OwnerClient} reads, bounded in octets, items and time.
 * {@link io.breakwater.platform.owner.Resyncs} reads whole tables again and again, and at once on a {@link
 * io.breakwater.platform.owner.Doubts doubt}; each table is a {@link io.breakwater.platform.owner.Resynced}. An owner that is away
 * changes nothing.
 */
package io.breakwater.platform.owner;
