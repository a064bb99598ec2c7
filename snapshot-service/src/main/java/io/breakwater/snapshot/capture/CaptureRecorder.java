package io.breakwater.snapshot.capture;

import io.breakwater.activation.Mode;
import io.breakwater.snapshot.capture.CaptureClaims.Claim;
import io.breakwater.snapshot.content.Derivation;
import io.breakwater.snapshot.mode.TenantMode;
import io.breakwater.snapshot.mode.TenantModes;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Records an attempt: everything of it in one transaction, under the locks of the tenant's mode and of its capture row. A mode change and
 * a capture are therefore one after the other, and of two captures the one with the older view is recognised.
 */
@Singleton
class CaptureRecorder {
    private final CaptureRepository repository;
    private final TenantModes modes;
    private final CapturedContent captured;
    private final AttemptBook book;
    private final CaptureConfig config;
    private final Clock clock;

    CaptureRecorder(
            CaptureRepository repository,
            TenantModes modes,
            CapturedContent captured,
            AttemptBook book,
            CaptureConfig config,
            Clock clock) {
        this.repository = repository;
        this.modes = modes;
        this.captured = captured;
        this.book = book;
        this.config = config;
        this.clock = clock;
    }

    @WithTransaction
    Uni<CaptureReport> record(Claim claim, Derivation derivation) {
        return modes.lock(claim.customerId())
                .chain(mode -> repository
                        .lock(claim.customerId())
                        .chain(row -> decide(row, mode, derivation).invoke(report -> book.ended(row, claim, report))));
    }

    /** The attempt failed before there was anything to record. */
    @WithTransaction
    Uni<CaptureReport> failed(Claim claim, CaptureReport report) {
        return repository
                .lock(claim.customerId())
                .chain(row -> isNobody(row, report)
                        ? repository.delete(row)
                        : Uni.createFrom().voidItem().invoke(() -> book.ended(row, claim, report)))
                .replaceWith(report);
    }

    /** Nothing was ever captured of it, and config-service does not know it: somebody mistyped. */
    private static boolean isNobody(CaptureEntity row, CaptureReport report) {
        return report.outcome() == Outcome.UNKNOWN_TENANT && row.capturedRevision < 0;
    }

    private Uni<CaptureReport> decide(CaptureEntity row, TenantMode mode, Derivation derivation) {
        String customerId = row.customerId;
        long revision = derivation.view().revision();
        if (mode.mode() == Mode.ACTIVE) {
            return Uni.createFrom().item(CaptureReport.of(customerId, Outcome.FROZEN, "DR mode is active"));
        }
        // an older view may be on its way beside a newer one; one that stays is what config-service has, from a backup
        // for example
        if (revision < row.capturedRevision && row.failures < config.patience()) {
            return Uni.createFrom()
                    .item(CaptureReport.of(
                            customerId,
                            Outcome.STALE_VIEW,
                            "revision " + revision + " was shown, revision " + row.capturedRevision
                                    + " was captured before"));
        }
        if (!derivation.findings().isEmpty()) {
            return Uni.createFrom()
                    .item(CaptureReport.of(customerId, Outcome.NOT_CLOSED, book.summary(derivation.findings())));
        }
        Instant now = clock.instant();
        String keys = captured.keysDigest();
        return captured.keep(mode, derivation, now).invoke(report -> {
            row.capturedRevision = revision;
            row.capturedAt = now;
            row.keysDigest = mode.mode() == Mode.NORMAL ? keys : row.keysDigest;
        });
    }
}
