package io.breakwater.agent.upkeep;

import io.breakwater.agent.identity.AgentIdentity;
import java.util.Optional;

/** The identity in force. The upkeep loop sets it; any thread reads it. */
public final class IdentityHolder {
    private volatile Optional<AgentIdentity> identity = Optional.empty();

    public Optional<AgentIdentity> identity() {
        return identity;
    }

    public void set(AgentIdentity newIdentity) {
        identity = Optional.of(newIdentity);
    }
}
