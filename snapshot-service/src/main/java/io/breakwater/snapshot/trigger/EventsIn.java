package io.breakwater.snapshot.trigger;

import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.platform.events.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The channels. A record is acknowledged after the transaction of its work has committed. */
@ApplicationScoped
public class EventsIn {
    private final EventConsumer events;
    private final Triggers triggers;

    EventsIn(EventConsumer events, Triggers triggers) {
        this.events = events;
        this.triggers = triggers;
    }

    @Incoming("config-changed")
    public Uni<Void> configChanged(ConsumerRecord<String, byte[]> in) {
        return events.consume("config-changed", ConfigChanged.class, in, triggers::configurationChanged);
    }

    @Incoming("dr-settings")
    public Uni<Void> drSettings(ConsumerRecord<String, byte[]> in) {
        return events.consume("dr-settings", DrSettings.class, in, triggers::settingsChanged);
    }

    @Incoming("dr-state")
    public Uni<Void> drState(ConsumerRecord<String, byte[]> in) {
        return events.consume("dr-state", DrStateChanged.class, in, triggers::stateChanged);
    }
}
