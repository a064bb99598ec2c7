package io.breakwater.agent.identity;

import java.util.List;
import java.util.Optional;

/**
 * What is left of an agent whose enrolment is lost.
 *
 * @param agentId and
 * @param customerId as the agent's certificate says
 * @param snapshotKeys PEM of the keys that may sign snapshots and indexes
 */
public record Remains(String agentId, String customerId, List<String> snapshotKeys) {

    /** Puts the enrolment together again from what those keys signed. */
    public interface Rebuilder {
        Optional<Enrolment> rebuild(Remains remains);
    }
}
