package io.breakwater.controller.convergence;

import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.platform.events.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears agents. */
@Singleton
class AgentStatusConsumer {
    private final EventConsumer events;
    private final AgentService service;

    AgentStatusConsumer(EventConsumer events, AgentService service) {
        this.events = events;
        this.service = service;
    }

    @Incoming("agent-status")
    Uni<Void> consume(ConsumerRecord<String, byte[]> in) {
        return events.consume("dr-controller.agent-status", AgentStatus.class, in, service::reported);
    }
}
