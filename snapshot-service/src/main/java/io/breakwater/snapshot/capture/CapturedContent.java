package io.breakwater.snapshot.capture;

import io.breakwater.activation.Mode;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.snapshot.archive.Kept;
import io.breakwater.snapshot.archive.SnapshotArchive;
import io.breakwater.snapshot.archive.SnapshotArchive.Capture;
import io.breakwater.snapshot.content.Derivation;
import io.breakwater.snapshot.eventkeys.EventKeys;
import io.breakwater.snapshot.index.GroupFacts;
import io.breakwater.snapshot.index.IndexPublisher;
import io.breakwater.snapshot.index.TenantFacts;
import io.breakwater.snapshot.mode.TenantMode;
import io.breakwater.snapshot.mode.TenantModes;
import io.breakwater.snapshot.retention.Retention;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Puts a closed view's contents away, and in NORMAL publishes them: in TEST the indexes stay as they are until NORMAL returns. Runs in the
 * caller's transaction.
 */
@Singleton
class CapturedContent {
    private final SnapshotArchive archive;
    private final Retention retention;
    private final IndexPublisher indexes;
    private final TenantModes modes;
    private final EventKeys eventKeys;
    private final CaptureConfig config;

    CapturedContent(
            SnapshotArchive archive,
            Retention retention,
            IndexPublisher indexes,
            TenantModes modes,
            EventKeys eventKeys,
            CaptureConfig config) {
        this.archive = archive;
        this.retention = retention;
        this.indexes = indexes;
        this.modes = modes;
        this.eventKeys = eventKeys;
        this.config = config;
    }

    /** Of the event keys that an index which is published now tells. */
    String keysDigest() {
        return eventKeys.digest();
    }

    Uni<CaptureReport> keep(TenantMode mode, Derivation derivation, Instant now) {
        String customerId = mode.customerId();
        Capture capture = new Capture(customerId, derivation.view().revision(), config.binaryVersion(), now);
        return Multi.createFrom()
                .iterable(derivation.contents())
                .onItem()
                .transformToUniAndConcatenate(content -> archive.keep(capture, content))
                .collect()
                .asList()
                .chain(kept -> publish(mode, derivation, now)
                        .map(published -> report(customerId, derivation, kept, published)));
    }

    private Uni<List<String>> publish(TenantMode mode, Derivation derivation, Instant now) {
        if (mode.mode() != Mode.NORMAL) {
            return Uni.createFrom().item(List.of());
        }
        return archive.publish(mode.customerId(), now)
                .chain(() -> retention.retire(mode.customerId(), now))
                .chain(() -> indexes.publish(facts(mode, derivation, now)));
    }

    private TenantFacts facts(TenantMode mode, Derivation derivation, Instant now) {
        return new TenantFacts(
                mode.customerId(),
                derivation.view().drSettings(),
                replay(mode, derivation.view().replay()),
                derivation.groups().stream()
                        .map(group -> new GroupFacts(
                                group.conf().id(), group.kind(), group.conf().useInDrMode()))
                        .toList(),
                eventKeys.all(),
                now);
    }

    /** What this service's own evidence shows; before it had any, what config-service's shows. */
    private ReplayView replay(TenantMode mode, ReplayView configured) {
        boolean sound = configured == null || modes.mayHaveBeenApplied(configured.lastT());
        return mode.replay() == null && sound ? configured : mode.replay();
    }

    private static CaptureReport report(
            String customerId, Derivation derivation, List<Kept> kept, List<String> published) {
        boolean created = kept.stream().anyMatch(Kept::created);
        return new CaptureReport(
                customerId,
                created ? Outcome.CAPTURED : Outcome.UNCHANGED,
                null,
                derivation.view().revision(),
                kept,
                published);
    }
}
