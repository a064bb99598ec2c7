package io.breakwater.agent.dnslook;

import io.breakwater.contracts.event.AgentStatus.DrLookup;
import java.util.Optional;

/**
 * What the agent's own last look at its DR domain ended with. Only looks change it, never what the bus brings: an agent that cannot look
 * is not ready for the day on which there is no bus. The looking thread sets it; any thread reads it.
 */
public final class OwnLook {
    static final String FOUND = "FOUND";
    static final String ABSENT = "ABSENT";
    static final String UNAVAILABLE = "UNAVAILABLE";

    private volatile Optional<DrLookup> last = Optional.empty();

    /** Empty before the first look and while there is no DR domain. */
    public Optional<DrLookup> last() {
        return last;
    }

    /** Why the agent cannot rely on its own look; empty when it can. */
    public Optional<String> whyNotReady() {
        if (last.isEmpty()) {
            return Optional.of("it has not looked its DR domain up by itself yet");
        }
        return last.filter(look -> UNAVAILABLE.equals(look.outcome()))
                .map(look -> "it cannot look its DR domain up by itself: " + look.detail());
    }

    /** @return whether it is another outcome than before */
    boolean ended(DrLookup look) {
        boolean news =
                last.filter(before -> before.outcome().equals(look.outcome())).isEmpty();
        last = Optional.of(look);
        return news;
    }

    void forget() {
        last = Optional.empty();
    }
}
