package io.breakwater.agent.mode;

import io.breakwater.activation.Verdict;
import java.time.Instant;

/**
 * When evidence was made: tells what only comes late, and when a record was last seen to be there. The mode keeper's thread adds to it;
 * any thread may read.
 */
final class Sightings {
    private long newestMillis = Long.MIN_VALUE;
    private volatile Instant recordSeenAt = Instant.MIN;

    /**
     * Notes an observation. Times that lie ahead count as now: whoever sends evidence has no say over what comes after it.
     *
     * @return whether it is older than another one and tells nothing: no news, it only comes late
     */
    boolean note(Observation observation, Verdict verdict, Instant now) {
        long seenAt = Math.min(observation.evidence().seenAtEpochMillis(), now.toEpochMilli());
        boolean older = observation.evidence().seenAtEpochMillis() < newestMillis;
        newestMillis = Math.max(newestMillis, seenAt);
        if (!(verdict instanceof Verdict.None) && recordSeenAt.isBefore(Instant.ofEpochMilli(seenAt))) {
            recordSeenAt = Instant.ofEpochMilli(seenAt);
        }
        return older && verdict.activation().isEmpty();
    }

    /** When a record of ours, whatever it was worth, was last seen by anybody; {@link Instant#MIN}: never by this process. */
    Instant recordSeenAt() {
        return recordSeenAt;
    }
}
