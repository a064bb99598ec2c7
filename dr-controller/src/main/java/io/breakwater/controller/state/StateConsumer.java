package io.breakwater.controller.state;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.platform.events.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears settings and observations. */
@Singleton
class StateConsumer {
    private final EventConsumer events;
    private final DrStateService service;

    StateConsumer(EventConsumer events, DrStateService service) {
        this.events = events;
        this.service = service;
    }

    @Incoming("dr-observed")
    Uni<Void> observed(ConsumerRecord<String, byte[]> in) {
        return events.consume("dr-controller.observed", DrObserved.class, in, service::observed);
    }

    @Incoming("dr-settings")
    Uni<Void> settings(ConsumerRecord<String, byte[]> in) {
        return events.consume("dr-controller.settings", DrSettings.class, in, service::settingsChanged);
    }
}
