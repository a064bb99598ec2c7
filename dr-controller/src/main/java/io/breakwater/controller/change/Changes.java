package io.breakwater.controller.change;

import io.breakwater.outbox.signal.PostgresListener;
import io.breakwater.outbox.signal.PostgresSignals;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Announces changes inside of a transaction and hears them, from every replica, at its commit. Safe for threads. */
@Singleton
public class Changes {
    private static final String CHANNEL = "breakwater_dr";
    private static final String NOTIFY = "select cast(pg_notify('breakwater_dr', :payload) as text)";

    private final PostgresSignals signals;
    private final List<Consumer<Optional<Change>>> listeners = new CopyOnWriteArrayList<>();
    private PostgresListener listener;

    Changes(PostgresSignals signals) {
        this.signals = signals;
    }

    /** Announces at the commit of the caller's transaction. */
    public Uni<Void> announce(ChangeKind kind, String customerId) {
        String payload = new Change(kind, customerId).payload();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTIFY)
                        .setParameter("payload", payload)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Hears changes until cancelled.
     *
     * @param consumer is called on a Vert.x thread and must not block; empty: something may have been missed
     * @return what cancels
     */
    public Runnable hear(Consumer<Optional<Change>> consumer) {
        listeners.add(consumer);
        return () -> listeners.remove(consumer);
    }

    void start(@Observes StartupEvent event) {
        listener = signals.listen(CHANNEL, this::signalled);
    }

    void stop(@Observes ShutdownEvent event) {
        listener.close();
    }

    private void signalled(String payload) {
        Optional<Change> change = Change.of(payload);
        listeners.forEach(consumer -> consumer.accept(change));
    }
}
