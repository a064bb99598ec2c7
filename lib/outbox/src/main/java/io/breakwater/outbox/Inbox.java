package io.breakwater.outbox;

import io.breakwater.contracts.event.EventEnvelope;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Which events a consumer has processed. Ask it first in the transaction that does the work: both commit or neither does. It remembers
 * for a time only ({@code breakwater.outbox.inbox-retention}); what comes later still must be harmless by its own revision or sequence.
 * Stateless.
 */
@Singleton
public class Inbox {
    private static final String INSERT =
            "insert into inbox_event (consumer, event_id) values (:consumer, :eventId) on conflict do nothing";

    /** Whether that event of that source is new to the consumer, from now on it is not. */
    public Uni<Boolean> firstTime(String consumer, EventEnvelope<?> event) {
        return firstTime(consumer, event.source() + "#" + event.id());
    }

    /** @param eventId unique over all sources that the consumer hears */
    public Uni<Boolean> firstTime(String consumer, String eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("consumer", consumer)
                        .setParameter("eventId", eventId)
                        .executeUpdate()
                        .map(rows -> rows == 1));
    }
}
