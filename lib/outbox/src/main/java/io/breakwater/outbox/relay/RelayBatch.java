package io.breakwater.outbox.relay;

import io.breakwater.outbox.OutboxConfig;
import io.breakwater.platform.events.BackOff;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** One claim: lock shards, send their oldest events, mark them, commit. Stateless. */
@Singleton
class RelayBatch {
    private static final Logger LOG = Logger.getLogger(RelayBatch.class);
    private static final int KEYS_AT_ONCE = 32;

    private final OutboxStore store;
    private final KeySender sender;
    private final OutboxMeters meters;
    private final BackOff backOff;
    private final int size;
    private final long octets;

    RelayBatch(OutboxStore store, KeySender sender, OutboxMeters meters, OutboxConfig config) {
        this.store = store;
        this.sender = sender;
        this.meters = meters;
        this.backOff = new BackOff(config.initialBackOff(), config.maxBackOff());
        this.size = config.batchSize();
        this.octets = config.batchOctets();
    }

    /** Whether there may be more to send at once. */
    Uni<Boolean> run() {
        return store.inTransaction(
                connection -> store.lockShards(connection).chain(shards -> send(connection, shards)));
    }

    private Uni<Boolean> send(SqlConnection connection, List<Short> shards) {
        if (shards.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return store.unsent(connection, shards, size, octets)
                .chain(events -> sendAll(events)
                        .chain(outcomes -> settle(connection, outcomes))
                        .replaceWith(!events.isEmpty()));
    }

    private Uni<List<Outcome>> sendAll(List<UnsentEvent> events) {
        return Multi.createFrom()
                .iterable(byKey(events))
                .onItem()
                .transformToUni(sender::send)
                .merge(KEYS_AT_ONCE)
                .collect()
                .asList();
    }

    private static Collection<List<UnsentEvent>> byKey(List<UnsentEvent> events) {
        Map<String, List<UnsentEvent>> groups = events.stream()
                .collect(Collectors.groupingBy(UnsentEvent::ordering, LinkedHashMap::new, Collectors.toList()));
        return groups.values();
    }

    private Uni<Void> settle(SqlConnection connection, List<Outcome> outcomes) {
        List<UnsentEvent> sent =
                outcomes.stream().flatMap(outcome -> outcome.sent().stream()).toList();
        sent.forEach(meters::sent);
        Uni<Void> settled = sent.isEmpty() ? Uni.createFrom().voidItem() : store.markSent(connection, sent);
        for (Outcome outcome : outcomes) {
            for (Outcome.Failure refused : outcome.refused()) {
                settled = settled.chain(() -> refuse(connection, refused));
            }
            if (outcome.failed() != null) {
                settled = settled.chain(() -> postpone(connection, outcome.failed()));
            }
        }
        return settled;
    }

    private Uni<Void> refuse(SqlConnection connection, Outcome.Failure failure) {
        meters.refused(failure);
        LOG.errorf(
                "Event %d for %s can never be sent (%s); it stays in the table as refused",
                failure.event().id(), failure.event().outgoing().topic(), failure.reason());
        return store.markRefused(connection, failure);
    }

    private Uni<Void> postpone(SqlConnection connection, Outcome.Failure failure) {
        meters.failed(failure);
        int attempt = failure.event().attempts() + 1;
        LOG.warnf(
                "Event %d for %s was not sent (%s, try %d); it is kept and tried again",
                failure.event().id(), failure.event().outgoing().topic(), failure.reason(), attempt);
        return store.markFailed(connection, failure, backOff.after(attempt));
    }
}
