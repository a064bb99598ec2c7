package io.breakwater.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.platform.events.EventsConfig;
import io.breakwater.platform.events.OutgoingRecord;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where a service puts the events that it publishes. Stateless.
 *
 * <p>Events of one key are sent in the order in which their transactions committed: appending takes a lock on the key that is held to
 * the transaction's end. Append last, and several keys always in the same order, so that locks are short and never cross.
 */
@Singleton
public class Outbox {
    private static final String APPEND =
            "select outbox_append(:eventId, :topic, :key, :headers, cast(:value as bytea))";

    private final int largest;

    Outbox(EventsConfig config) {
        this.largest = config.limits().value();
    }

    /** Adds the event to the caller's transaction. Fails when there is none, and for an event that no consumer would take. */
    public Uni<Void> append(EventEnvelope<?> event) {
        OutgoingRecord outgoing = OutgoingRecord.of(event);
        if (outgoing.value().length > largest) {
            return Uni.createFrom()
                    .failure(new IllegalArgumentException("an event of type "
                            + event.type().wireName() + " is larger than breakwater.events.limits.value"));
        }
        return Panache.getSession()
                .chain(session -> insert(session, event.id(), outgoing))
                .replaceWithVoid();
    }

    /** As an update: nothing of its result is needed. */
    private static Uni<Integer> insert(Mutiny.Session session, String eventId, OutgoingRecord outgoing) {
        if (session.currentTransaction() == null) {
            return Uni.createFrom().failure(new IllegalStateException("an event is appended inside of a transaction"));
        }
        return session.createNativeQuery(APPEND)
                .setParameter("eventId", eventId)
                .setParameter("topic", outgoing.topic())
                .setParameter("key", outgoing.key())
                .setParameter("headers", json(outgoing.headers()))
                .setParameter("value", outgoing.value())
                .executeUpdate();
    }

    private static String json(Map<String, String> headers) {
        try {
            return EventCodec.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("headers of texts are always JSON", e);
        }
    }
}
