package io.breakwater.contracts.event;

import java.time.Instant;

/**
 * A group's snapshot index changed: a nudge to fetch it, never the index itself.
 *
 * @param sequence of the index
 * @param indexDigest SHA-256 of the index's exact bytes, lower-case hex
 */
public record SnapshotPublished(
        String customerId, String groupId, String kind, long sequence, String indexDigest, Instant at) {
    public SnapshotPublished {
        Present.require("customerId", customerId);
        Present.require("groupId", groupId);
        Present.require("indexDigest", indexDigest);
        Present.require("at", at);
    }
}
