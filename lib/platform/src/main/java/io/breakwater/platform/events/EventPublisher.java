package io.breakwater.platform.events;

import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.platform.trace.TraceParent;
import io.breakwater.platform.trace.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Publishes events directly, for services without a database. A service with one appends to its outbox instead, so that change and
 * event commit together (I5). Safe for threads.
 */
@Singleton
public class EventPublisher {
    private final RecordPublisher records;

    EventPublisher(RecordPublisher records) {
        this.records = records;
    }

    /** An event of work that belongs to no trace begins one. Completes when every in-sync replica has the event; fails when the broker does not acknowledge within its delivery time. */
    public Uni<Void> publish(EventEnvelope<?> event) {
        return records.publish(OutgoingRecord.of(
                event, Traces.current().map(TraceParent::next).or(() -> Optional.of(TraceParent.fresh()))));
    }
}
