package io.breakwater.watcher.settings;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.Topics;
import io.breakwater.platform.events.EventConsumer;
import io.breakwater.platform.events.EventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads the table: the tenants' settings and what was applied for them, of the partitions that this replica has. Both topics are read
 * by one consumer, so that a tenant's settings and state come to the same replica.
 */
@ApplicationScoped
class SettingsConsumer {
    private final EventConsumer events;
    private final TenantTable table;
    private final ExecutorService executor;

    SettingsConsumer(EventConsumer events, TenantTable table, ExecutorService executor) {
        this.events = events;
        this.table = table;
        this.executor = executor;
    }

    @Incoming("settings")
    Uni<Void> consume(ConsumerRecord<String, byte[]> in) {
        return Topics.DR_STATE.equals(in.topic())
                ? events.consume("dr-state", DrStateChanged.class, in, this::applied)
                : events.consume("dr-settings", DrSettings.class, in, settings(in.partition()));
    }

    private EventHandler<DrSettings> settings(int partition) {
        return new EventHandler<>() {
            @Override
            public Uni<Void> handle(EventEnvelope<DrSettings> event) {
                return work(() -> follow(partition, event.data()));
            }

            @Override
            public Uni<Void> deleted(String customerId) {
                return work(() -> table.deleted(customerId));
            }
        };
    }

    private void follow(int partition, DrSettings settings) {
        WatchedDomain.of(settings)
                .ifPresentOrElse(
                        domain -> table.watch(partition, domain),
                        () -> table.withoutDomain(settings.customerId(), settings.revision()));
    }

    /** What the records of the state show; of what it says beside them nothing is taken. */
    private Uni<Void> applied(EventEnvelope<DrStateChanged> event) {
        DrStateChanged state = event.data();
        return work(() -> table.applied(state.customerId(), state.domain(), AppliedEvidence.of(state)));
    }

    /** Off the event loop: keys are read, and the table may be busy. */
    private Uni<Void> work(Runnable work) {
        return Uni.createFrom().voidItem().emitOn(executor).invoke(work);
    }
}
