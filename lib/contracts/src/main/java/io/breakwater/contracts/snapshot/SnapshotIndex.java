package io.breakwater.contracts.snapshot;

import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.event.ReplayView;
import java.time.Instant;
import java.util.List;

/**
 * A group's snapshots and the facts that its agents need before any snapshot: whether the group is designated, and the DR settings.
 * Its exact bytes are signed. An agent never goes back to a lower sequence.
 *
 * @param sequence grows by one with each change
 * @param snapshots newest first
 * @param eventKeys of the services from which agents take events; empty in an index of a version that did not tell them
 */
public record SnapshotIndex(
        int format,
        String customerId,
        String groupId,
        AgentKind groupKind,
        boolean designated,
        long sequence,
        Instant issuedAt,
        DrSettings drSettings,
        ReplayView replay,
        List<Entry> snapshots,
        List<EventKey> eventKeys) {

    public SnapshotIndex {
        eventKeys = eventKeys == null ? List.of() : List.copyOf(eventKeys);
    }

    /** One that tells no keys. */
    public SnapshotIndex(
            int format,
            String customerId,
            String groupId,
            AgentKind groupKind,
            boolean designated,
            long sequence,
            Instant issuedAt,
            DrSettings drSettings,
            ReplayView replay,
            List<Entry> snapshots) {
        this(
                format,
                customerId,
                groupId,
                groupKind,
                designated,
                sequence,
                issuedAt,
                drSettings,
                replay,
                snapshots,
                List.of());
    }

    /** @param manifestSha256 of the manifest's exact bytes, lower-case hex */
    public record Entry(
            String name,
            String kind,
            long sequence,
            String manifestSha256,
            Instant created,
            long configurationRevision) {}
}
