package io.breakwater.snapshot.capture;

import io.breakwater.snapshot.index.GroupStatus;
import io.breakwater.snapshot.mode.TenantMode;
import java.time.Instant;
import java.util.List;

/**
 * How things stand with a tenant's snapshots, for people.
 *
 * @param waitingSince of the first request that no capture has served, or null
 * @param capturedRevision of the last capture that went through, or null
 * @param outcome of the last attempt, or null before the first
 * @param alarming whether somebody should look
 * @param retryAt when it is tried again, or null
 */
public record CaptureStatus(
        String customerId,
        String mode,
        Instant waitingSince,
        Long capturedRevision,
        Instant capturedAt,
        Outcome outcome,
        boolean alarming,
        String detail,
        Instant attemptedAt,
        Instant retryAt,
        List<GroupStatus> groups) {

    static CaptureStatus of(CaptureEntity row, TenantMode mode) {
        Outcome outcome = row.outcome == null ? null : Outcome.valueOf(row.outcome);
        return new CaptureStatus(
                row.customerId,
                mode.mode().name(),
                row.markedSince,
                row.capturedRevision < 0 ? null : row.capturedRevision,
                row.capturedAt,
                outcome,
                outcome != null && outcome.isAlarming(),
                row.detail,
                row.attemptedAt,
                row.retryAt,
                List.of());
    }

    CaptureStatus with(List<GroupStatus> indexes) {
        return new CaptureStatus(
                customerId,
                mode,
                waitingSince,
                capturedRevision,
                capturedAt,
                outcome,
                alarming,
                detail,
                attemptedAt,
                retryAt,
                indexes);
    }
}
