package io.breakwater.agent.bus;

import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.upkeep.IdentityHolder;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.signature.AgentSigner;
import io.breakwater.contracts.signature.EventSigner;
import java.util.Map;
import java.util.function.LongSupplier;

/** Signs statuses with the key of the agent's certificate, just before they are sent, so that the counter grows in their order. For one thread. */
final class StatusSigner {
    private final IdentityHolder identity;
    private final LongSupplier counter;

    StatusSigner(IdentityHolder identity, LongSupplier counter) {
        this.identity = identity;
        this.counter = counter;
    }

    /** The event's headers, the signature among them. Only an agent with an identity has a status. */
    Map<String, String> headers(EventEnvelope<AgentStatus> event) {
        Map<String, String> headers = EventCodec.headers(event);
        AgentIdentity signer = identity.identity().orElseThrow();
        EventSigner keys =
                new AgentSigner(signer.keys().getPrivate(), signer.keys().getPublic(), counter);
        headers.put(EventSigner.HEADER, keys.sign(event.type().topic(), event.key(), headers, EventCodec.value(event)));
        return headers;
    }
}
