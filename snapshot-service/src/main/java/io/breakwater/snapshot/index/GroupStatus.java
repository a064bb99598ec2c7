package io.breakwater.snapshot.index;

import java.time.Instant;

/** A group's index, for people. */
public record GroupStatus(String groupId, String kind, boolean designated, long sequence, Instant issuedAt) {
    static GroupStatus of(GroupIndexEntity index) {
        return new GroupStatus(index.groupId, index.kind, index.designated, index.sequence, index.issuedAt);
    }
}
