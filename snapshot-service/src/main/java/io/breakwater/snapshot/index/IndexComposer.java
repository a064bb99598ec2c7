package io.breakwater.snapshot.index;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import io.breakwater.snapshot.archive.ListedSnapshot;
import io.breakwater.snapshot.content.CanonicalJson;
import io.breakwater.snapshot.content.Revisionless;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Builds indexes. Pure. */
final class IndexComposer {
    private static final int FORMAT = 1;

    private IndexComposer() {}

    static SnapshotIndex compose(TenantFacts tenant, GroupFacts group, List<ListedSnapshot> snapshots, long sequence) {
        return index(tenant, group, snapshots, sequence, tenant.at(), tenant.settings());
    }

    /** Digest of what the index says, whatever its sequence, its time and the revision of its settings are. */
    static String contentDigest(TenantFacts tenant, GroupFacts group, List<ListedSnapshot> snapshots) {
        SnapshotIndex content = index(tenant, group, snapshots, 0, Instant.EPOCH, Revisionless.of(tenant.settings()));
        return DocumentSignature.sha256(CanonicalJson.octets(content));
    }

    /** Whether a stored index says that content. */
    static boolean says(byte[] document, String contentDigest) {
        try {
            SnapshotIndex stored = EventCodec.mapper().readValue(document, SnapshotIndex.class);
            SnapshotIndex content = new SnapshotIndex(
                    stored.format(),
                    stored.customerId(),
                    stored.groupId(),
                    stored.groupKind(),
                    stored.designated(),
                    0,
                    Instant.EPOCH,
                    Revisionless.of(stored.drSettings()),
                    stored.replay(),
                    stored.snapshots(),
                    stored.eventKeys());
            return DocumentSignature.sha256(CanonicalJson.octets(content)).equals(contentDigest);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static SnapshotIndex index(
            TenantFacts tenant,
            GroupFacts group,
            List<ListedSnapshot> snapshots,
            long sequence,
            Instant issuedAt,
            DrSettings settings) {
        return new SnapshotIndex(
                FORMAT,
                tenant.customerId(),
                group.groupId(),
                group.kind(),
                group.designated(),
                sequence,
                issuedAt,
                settings,
                tenant.replay(),
                snapshots.stream().map(IndexComposer::entry).toList(),
                tenant.eventKeys());
    }

    private static SnapshotIndex.Entry entry(ListedSnapshot snapshot) {
        return new SnapshotIndex.Entry(
                snapshot.name(),
                snapshot.kind(),
                snapshot.sequence(),
                snapshot.manifestDigest(),
                snapshot.created(),
                snapshot.configurationRevision());
    }
}
