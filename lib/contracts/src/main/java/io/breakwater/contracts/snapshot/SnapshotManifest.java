package io.breakwater.contracts.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * What a snapshot is and holds. Its exact bytes are signed; everything else of the snapshot is believed through the digests here.
 *
 * @param kind {@code CONFIG} (binary snapshots will be {@code BINARY})
 * @param sequence of the snapshot in its group, growing
 * @param name directory name on the agent, for example {@code config-2026-11-20-09-15-02-417}
 * @param configurationRevision of the one read that it was captured from
 * @param binaryVersion the software version that the configuration belongs to
 */
public record SnapshotManifest(
        int format,
        String customerId,
        String groupId,
        String kind,
        long sequence,
        String name,
        Instant created,
        long configurationRevision,
        String binaryVersion,
        List<FileEntry> files) {

    /** @param sha256 lower-case hex; @param size in octets */
    public record FileEntry(String name, long size, String sha256) {}
}
