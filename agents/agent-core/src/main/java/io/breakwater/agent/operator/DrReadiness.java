package io.breakwater.agent.operator;

import io.breakwater.agent.RunningAgent;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.trust.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keeps the agent from being ready for a DR in which nothing of the centre and no bus is left. */
public final class DrReadiness {
    private DrReadiness() {}

    /** A reason each; empty: it is ready. */
    public static List<String> missing(RunningAgent parts) {
        List<String> missing = new ArrayList<>();
        Optional<Trust> trust = parts.trust().trust();
        if (trust.isEmpty()) {
            missing.add("it has not enrolled");
        } else if (trust.flatMap(Trust::domain).isEmpty()) {
            missing.add("its tenant has no DR domain");
        } else {
            parts.look().whyNotReady().ifPresent(missing::add);
        }
        if (parts.service().running().map(Generation::snapshot).isEmpty()) {
            missing.add("it has no snapshot to serve from");
        }
        Map<Trouble, String> troubles = parts.troubles().all();
        for (Trouble part : List.of(Trouble.STATE, Trouble.DISK)) {
            Optional.ofNullable(troubles.get(part)).ifPresent(missing::add);
        }
        return missing;
    }
}
