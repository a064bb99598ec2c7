package io.breakwater.snapshot.archive;

import java.time.Instant;

/** A snapshot that may stand in its group's index, without its octets. */
public record ListedSnapshot(
        long id,
        String groupId,
        String name,
        String kind,
        long sequence,
        String manifestDigest,
        Instant created,
        long configurationRevision) {}
