package io.breakwater.snapshot.service;

import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.snapshot.content.Views;
import io.breakwater.testsupport.records.Records;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What dr-controller says of a tenant, and what somebody may say in its name. */
final class DrStates {
    static final ReplayView NOTHING = new ReplayView(null, null, null, Map.of());

    private DrStates() {}

    /** A state with the record that shows it; the later the sequence, the later the record's start. */
    static DrStateChanged of(String customerId, String mode, long sequence) {
        return of(customerId, mode, sequence, NOTHING, evidence(mode, start(sequence)));
    }

    /** Any state. */
    static DrStateChanged of(
            String customerId, String mode, long sequence, ReplayView replay, List<List<String>> evidence) {
        return new DrStateChanged(
                customerId,
                Views.DOMAIN,
                mode.equals("TEST") ? "TESTING" : mode,
                mode,
                null,
                null,
                null,
                Instant.now(),
                sequence,
                null,
                replay,
                evidence,
                Instant.now());
    }

    /** Epoch second at which the record of a sequence starts. */
    static long start(long sequence) {
        return 1_700_000_000L + sequence;
    }

    /** A record that its tenant signed. */
    static List<List<String>> evidence(String mode, long start) {
        String body = mode.equals("ACTIVE") ? "on" : mode.equals("TEST") ? "test" : "off";
        return Records.signed(
                Views.KEY, Views.DOMAIN, body, start, Instant.now().getEpochSecond() + 100_000);
    }
}
