package io.breakwater.config.agent;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Tells from an agent's last token whether it is in touch: it asks for a new one before the old one ends. Stateless. */
@Singleton
public class ControlChannel {
    private static final Duration TOKEN_LIFE_AND_SOME = Duration.ofMinutes(20);

    private final Clock clock;

    ControlChannel(Clock clock) {
        this.clock = clock;
    }

    /** ZPA's {@code controlChannelStatus}. */
    public String status(AgentEntity agent) {
        return isInTouch(agent) ? "ZPN_STATUS_AUTHENTICATED" : "ZPN_STATUS_DISCONNECTED";
    }

    public boolean isInTouch(AgentEntity agent) {
        return agent.lastConnectTime != null
                && agent.lastConnectTime.plus(TOKEN_LIFE_AND_SOME).isAfter(clock.instant());
    }
}
