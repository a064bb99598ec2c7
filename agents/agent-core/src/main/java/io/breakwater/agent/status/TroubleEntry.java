package io.breakwater.agent.status;

import java.time.Instant;

/**
 * One thing that is or was wrong.
 *
 * @param what a sentence for people
 * @param since when it was said first
 * @param lastSeen when it was said last
 * @param count how often it was said
 * @param endedAt when it was over, or null while it holds
 */
public record TroubleEntry(Trouble part, String what, Instant since, Instant lastSeen, long count, Instant endedAt) {
    TroubleEntry again(Instant now) {
        return new TroubleEntry(part, what, since, now, count + 1, null);
    }

    TroubleEntry ended(Instant now) {
        return new TroubleEntry(part, what, since, lastSeen, count, now);
    }
}
