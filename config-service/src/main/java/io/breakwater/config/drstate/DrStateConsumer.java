package io.breakwater.config.drstate;

import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.platform.events.EventConsumer;
import io.breakwater.platform.owner.Doubts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears dr-controller. */
@Singleton
public class DrStateConsumer {
    private final EventConsumer events;
    private final DrStateService service;
    private final Doubts doubts;

    DrStateConsumer(EventConsumer events, DrStateService service, Doubts doubts) {
        this.events = events;
        this.service = service;
        this.doubts = doubts;
    }

    @Incoming("dr-state")
    public Uni<Void> consume(ConsumerRecord<String, byte[]> in) {
        return events.consume(DrStateService.CONSUMER, DrStateChanged.class, in, this::heard);
    }

    private Uni<Void> heard(EventEnvelope<DrStateChanged> event) {
        return service.stateChanged(event)
                .invoke(doubt -> doubt.ifPresent(why -> doubts.raise(StateResync.TABLE, why.label())))
                .replaceWithVoid();
    }
}
