package io.breakwater.config.drstate;

import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.platform.events.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears dr-controller. */
@Singleton
public class DrStateConsumer {
    private final EventConsumer events;
    private final DrStateService service;

    DrStateConsumer(EventConsumer events, DrStateService service) {
        this.events = events;
        this.service = service;
    }

    @Incoming("dr-state")
    public Uni<Void> consume(ConsumerRecord<String, byte[]> in) {
        return events.consume(DrStateService.CONSUMER, DrStateChanged.class, in, service::stateChanged);
    }
}
