package io.breakwater.controller.history;

import io.breakwater.contracts.event.DrObserved.AuthorityAnswer;
import java.time.Instant;
import java.util.List;

/**
 * One change.
 *
 * @param sequence of the tenant's state after it
 * @param seenAt when the evidence was seen, or null when time alone changed the state
 * @param effectiveAt from when on an agent could have followed it: the later of when it was seen and when it starts
 * @param evidence the TXT records, Latin-1
 * @param answers which authorities were asked and what they said
 * @param keyFingerprint of the key that verified it, or null
 * @param starts the activation's t, or null; @param ends its x, or null
 */
public record HistoryEntry(
        String customerId,
        long sequence,
        Instant at,
        Cause cause,
        String domain,
        Instant seenAt,
        Instant effectiveAt,
        List<List<String>> evidence,
        String evidenceDigest,
        List<AuthorityAnswer> answers,
        Judgement judgement,
        String identity,
        Long starts,
        Long ends,
        Side before,
        Side after) {

    /** What the evaluation said. */
    public record Judgement(String verdict, String reason, String keyFingerprint, List<String> warnings) {}

    /**
     * The state on one side of the change.
     *
     * @param state {@code NORMAL}, {@code SCHEDULED}, {@code TESTING} or {@code ACTIVE}
     * @param mode {@code NORMAL}, {@code TEST} or {@code ACTIVE}
     */
    public record Side(String state, String mode) {}
}
