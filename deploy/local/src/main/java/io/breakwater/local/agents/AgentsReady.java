package io.breakwater.local.agents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Waits until agents can do what they are for: they are enrolled, and those that are designated have a snapshot. */
public final class AgentsReady {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private AgentsReady() {}

    /**
     * Waits half a minute at most: while DR is active nobody is enrolled, and that is no failure.
     *
     * @return for people, what each agent lacks that was not ready in that time
     */
    public static List<String> await(Collection<AgentSpec> agents, Function<AgentSpec, AgentOperator> operators) {
        return await(agents, agent -> operators.apply(agent).mode(), PATIENCE);
    }

    static List<String> await(
            Collection<AgentSpec> agents, Function<AgentSpec, Optional<JsonNode>> modes, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> lacking = new ArrayList<>();
        for (AgentSpec agent : agents) {
            Optional<String> lack = lack(agent, modes.apply(agent));
            while (lack.isPresent()
                    && System.nanoTime() < deadline
                    && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(POLL_NANOS);
                lack = lack(agent, modes.apply(agent));
            }
            lack.ifPresent(what -> lacking.add(agent.name() + " " + what + " yet: see its log"));
        }
        return lacking;
    }

    private static Optional<String> lack(AgentSpec agent, Optional<JsonNode> mode) {
        if (mode.isEmpty()) {
            return Optional.of("does not answer");
        }
        if (!mode.get().path("enrolled").asBoolean()) {
            return Optional.of("is not enrolled");
        }
        return agent.designated() && !mode.get().hasNonNull("snapshot")
                ? Optional.of("has no snapshot")
                : Optional.empty();
    }
}
