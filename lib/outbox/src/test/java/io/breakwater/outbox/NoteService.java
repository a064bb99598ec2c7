package io.breakwater.outbox;

import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.platform.events.EventConsumer;
import io.breakwater.platform.events.PoisonEventException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A service as they all are: a use case that changes and tells, and a consumer that changes once. */
@Singleton
public class NoteService {
    private final Outbox outbox;
    private final Inbox inbox;
    private final EventConsumer events;

    /** By the event's object id: what goes wrong at its n-th try, null for nothing. */
    final Map<String, IntFunction<RuntimeException>> faults = new ConcurrentHashMap<>();

    final Map<String, IntFunction<String>> refusals = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();

    NoteService(Outbox outbox, Inbox inbox, EventConsumer events) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.events = events;
    }

    static EventEnvelope<ConfigChanged> event(String customerId, long revision, String objectId) {
        Instant now = Instant.now();
        return EventEnvelope.of(
                "/config-service",
                customerId,
                now,
                new ConfigChanged(customerId, revision, "note", objectId, "CREATED", now));
    }

    /** Changes, tells, and fails when asked to. */
    @WithTransaction
    public Uni<Void> add(EventEnvelope<ConfigChanged> event, RuntimeException failure) {
        return note(event.key(), "added " + event.data().objectId())
                .chain(() -> outbox.append(event))
                .chain(() -> failure == null
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(failure));
    }

    @WithTransaction
    public Uni<List<String>> notes(String customerId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select content from NoteEntity where customerId = :customerId order by id",
                                String.class)
                        .setParameter("customerId", customerId)
                        .getResultList());
    }

    @Incoming("notes")
    Uni<Void> consume(ConsumerRecord<String, byte[]> in) {
        return events.consume("notes", ConfigChanged.class, in, this::changed);
    }

    Uni<Void> changed(EventEnvelope<ConfigChanged> event) {
        int attempt = tries.computeIfAbsent(event.data().objectId(), id -> new AtomicInteger())
                .incrementAndGet();
        return Panache.withTransaction(() -> inbox.firstTime("notes", event)
                .chain(first -> first
                        ? note(event.key(), "heard " + event.data().revision())
                        : Uni.createFrom().voidItem())
                .chain(() -> refuse(event.data().objectId(), attempt))
                .chain(() -> follow(event))
                .invoke(() -> fail(event.data().objectId(), attempt)));
    }

    /** PostgreSQL itself refuses, with the state that is wanted. */
    private Uni<Void> refuse(String objectId, int attempt) {
        IntFunction<String> state = refusals.get(objectId);
        String sqlState = state == null ? null : state.apply(attempt);
        return sqlState == null
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "do $$ begin raise exception 'refused' using errcode = '" + sqlState
                                                + "'; end $$")
                                .executeUpdate())
                        .replaceWithVoid();
    }

    /** What a consumer publishes because of an event. */
    private Uni<Void> follow(EventEnvelope<ConfigChanged> event) {
        return event.data().objectId().startsWith("leads-to-more")
                ? outbox.append(event(event.key(), event.data().revision() + 1, "more"))
                : Uni.createFrom().voidItem();
    }

    private void fail(String objectId, int attempt) {
        IntFunction<RuntimeException> fault = faults.get(objectId);
        RuntimeException failure = fault == null ? null : fault.apply(attempt);
        if (failure != null) {
            throw failure;
        }
        if ("poison".equals(objectId)) {
            throw new PoisonEventException("this note is poison");
        }
    }

    private static Uni<Void> note(String customerId, String content) {
        NoteEntity note = new NoteEntity();
        note.customerId = customerId;
        note.content = content;
        return Panache.getSession().chain(session -> session.persist(note));
    }
}
