package io.breakwater.embedded.zone;

import java.time.Duration;

/**
 * What a zone server takes at most. A message has at most 64 KiB by its protocol.
 *
 * @param maxRecords of the zone
 * @param maxOctets of the zone's records in wire form
 * @param maxChanges kept for incremental transfers
 * @param maxChangeOctets of those changes together, in wire form
 * @param maxConnections over TCP at one time; further ones are closed at once
 * @param connectionTime within which a message must have come whole, or its answer must have been taken
 * @param maxNotifies on the way at one time
 */
public record ZoneLimits(
        int maxRecords,
        long maxOctets,
        int maxChanges,
        long maxChangeOctets,
        int maxConnections,
        Duration connectionTime,
        int maxNotifies) {
    /** 20,000 records in 4 MiB; 100 changes in 1 MiB; 64 connections, 10 s; 64 NOTIFYs. */
    public static final ZoneLimits DEFAULT =
            new ZoneLimits(20_000, 4L << 20, 100, 1L << 20, 64, Duration.ofSeconds(10), 64);
}
