package io.breakwater.config.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells from an agent's last token whether it is in touch: it asks for a new one before the old one ends. Stateless. */
@Singleton
public class ControlChannel {
    static final String IN_TOUCH = "ZPN_STATUS_AUTHENTICATED";
    static final String OUT_OF_TOUCH = "ZPN_STATUS_DISCONNECTED";

    private static final Duration TOKEN_LIFE_AND_SOME = Duration.ofMinutes(20);

    private final Clock clock;

    ControlChannel(Clock clock) {
        this.clock = clock;
    }

    /** ZPA's {@code controlChannelStatus} and the times that go with it. */
    void describe(AgentEntity agent, ObjectNode view) {
        ContactTimes times = times();
        boolean inTouch = isInTouch(agent);
        view.put(ContactTimes.STATUS, inTouch ? IN_TOUCH : OUT_OF_TOUCH);
        if (agent.lastConnectTime == null) {
            return;
        }
        view.put(ContactTimes.SINCE_CONNECT, times.since(agent.lastConnectTime));
        if (!inTouch) {
            Instant end = agent.lastConnectTime.plus(TOKEN_LIFE_AND_SOME);
            view.put("lastBrokerDisconnectTime", Long.toString(end.getEpochSecond()))
                    .put(ContactTimes.SINCE_DISCONNECT, times.since(end));
        }
    }

    /** Searches by these times, as of now. */
    ContactTimes times() {
        return new ContactTimes(clock.instant(), TOKEN_LIFE_AND_SOME);
    }

    public boolean isInTouch(AgentEntity agent) {
        return agent.lastConnectTime != null
                && agent.lastConnectTime.plus(TOKEN_LIFE_AND_SOME).isAfter(clock.instant());
    }
}
