package io.breakwater.platform.events;

import io.breakwater.contracts.signature.VerificationKey;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The keys of agents, for the service that hears them: a CDI bean that asks their owner, config-service, never the bus. Without such a
 * bean a service cannot know an agent's word.
 */
public interface AgentKeys {
    /**
     * A key that belongs to that agent now. Empty when there is none: then the event is refused. A failure says that the owner is away:
     * then the event waits. Called on the message's context; completes on any thread.
     *
     * @param keyId SHA-256 of the SubjectPublicKeyInfo, lower-case hex
     */
    Uni<Optional<VerificationKey>> find(String agentId, String keyId);
}
