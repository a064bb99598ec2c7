package io.breakwater.snapshot.capture;

import io.breakwater.platform.events.BackOff;
import io.breakwater.snapshot.capture.CaptureClaims.Claim;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes an attempt's end into the tenant's row: whether its requests are served, and when it is tried again. Logs an alarm once,
 * not with each attempt that ends in the same way. Stateless. */
@Singleton
class AttemptBook {
    private static final Logger LOG = Logger.getLogger(AttemptBook.class);
    private static final int SHOWN_FINDINGS = 20;

    private final BackOff backOff;
    private final int patience;
    private final Clock clock;

    AttemptBook(CaptureConfig config, Clock clock) {
        this.backOff = new BackOff(config.initialBackOff(), config.maxBackOff());
        this.patience = config.patience();
        this.clock = clock;
    }

    void ended(CaptureEntity row, Claim claim, CaptureReport report) {
        Instant now = clock.instant();
        if (report.outcome().isAlarming() && !report.outcome().name().equals(row.outcome)) {
            LOG.warnf("Tenant %s was not captured: %s, %s", row.customerId, report.outcome(), report.detail());
        }
        row.claimedUntil = null;
        row.attemptedAt = now;
        row.outcome = report.outcome().name();
        row.detail = report.detail();
        if (isAhead(row, report) && row.failures >= patience) {
            // the owner has no such revision: somebody told what is not
            row.toldRevision = row.capturedRevision;
        }
        if (isToBeRepeated(row, report)) {
            row.failures++;
            row.retryAt = now.plus(backOff.after(row.failures));
            return;
        }
        row.failures = 0;
        row.retryAt = null;
        if (report.outcome() != Outcome.FROZEN && row.marks == claim.marks()) {
            row.markedSince = null;
        }
    }

    /** The first of them, for people. */
    String summary(List<String> findings) {
        String shown = String.join("; ", findings.subList(0, Math.min(SHOWN_FINDINGS, findings.size())));
        return findings.size() > SHOWN_FINDINGS
                ? shown + "; and " + (findings.size() - SHOWN_FINDINGS) + " more"
                : shown;
    }

    /** A view that cannot become a snapshot is not read again and again: the next change, or the next day, asks for it. */
    private static boolean isToBeRepeated(CaptureEntity row, CaptureReport report) {
        return switch (report.outcome()) {
            case FAILED, STALE_VIEW -> true;
            case CAPTURED, UNCHANGED -> isAhead(row, report);
            case FROZEN, PENDING, NOT_CLOSED, UNKNOWN_TENANT -> false;
        };
    }

    /** Whether a newer revision was told of than config-service showed. */
    private static boolean isAhead(CaptureEntity row, CaptureReport report) {
        boolean captured = report.outcome() == Outcome.CAPTURED || report.outcome() == Outcome.UNCHANGED;
        return captured && row.capturedRevision < row.toldRevision;
    }
}
