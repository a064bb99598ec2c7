package io.breakwater.platform.events;

import io.breakwater.contracts.event.EventCodec.Decoded;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.signature.EventRefusedException;
import io.breakwater.contracts.signature.ReceivedEvent;
import io.breakwater.contracts.signature.Refusal;
import io.breakwater.platform.trace.Traces;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * The first of a consumer's three layers: verifies the signature, reads the envelope and sorts failures. Call it from an {@code @Incoming} method that returns
 * its result, so that the record is acknowledged after the work's transaction committed:
 *
 * <pre>{@code
 * @Incoming("dr-observed")
 * Uni<Void> consume(ConsumerRecord<String, byte[]> in) {
 *     return events.consume("dr-state", DrObserved.class, in, observations::observed);
 * }
 * }</pre>
 *
 * The result never fails. What is too large, unsigned, foreign or altered goes to the dead-letter topic and has no effect. Unknown and unexpected types are skipped and counted, malformed events go to the dead-letter topic, and while
 * a server is away the channel waits with its record unacknowledged, so nothing is lost. Stateless and safe for threads.
 */
@Singleton
public class EventConsumer {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);

    private final Vertx vertx;
    private final FailureSorter sorter;
    private final DeadLetters deadLetters;
    private final EventMeters meters;
    private final EventGuard guard;
    private final EventLimits limits;
    private final EventsConfig.Retry retry;

    EventConsumer(
            Vertx vertx,
            EventGuard guard,
            FailureSorter sorter,
            DeadLetters deadLetters,
            EventMeters meters,
            EventsConfig config) {
        this.vertx = vertx;
        this.guard = guard;
        this.limits = new EventLimits(config.limits());
        this.sorter = sorter;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.retry = config.retry();
    }

    /**
     * @param consumer name in metrics and dead letters
     * @param payload the one payload type that this consumer is for
     */
    public <T> Uni<Void> consume(
            String consumer, Class<T> payload, ConsumerRecord<String, byte[]> in, EventHandler<T> handler) {
        if (!limits.allow(in)) {
            return refused(consumer, in, Refusal.TOO_LARGE);
        }
        ReceivedEvent event = EventLimits.received(in);
        return guard.read(event, new Stall(consumer))
                .chain(decoded -> take(consumer, payload, in, decoded, handler))
                .onFailure(EventRefusedException.class)
                .recoverWithUni(failure -> refused(consumer, in, failure.refusal()))
                .onFailure()
                .recoverWithUni(failure -> deadLetters.put(consumer, in, reason(failure)));
    }

    /** What a signer said before comes again after what it said later: no effect, and no alarm. */
    private Uni<Void> refused(String consumer, ConsumerRecord<String, byte[]> in, Refusal refusal) {
        meters.refused(in.topic(), refusal);
        return refusal == Refusal.REPEATED
                ? Uni.createFrom().voidItem()
                : deadLetters.put(consumer, in, "refused, " + refusal.label() + ": " + refusal.reason());
    }

    private <T> Uni<Void> take(
            String consumer,
            Class<T> payload,
            ConsumerRecord<String, byte[]> in,
            Decoded decoded,
            EventHandler<T> handler) {
        if (decoded instanceof Decoded.Event event) {
            return known(consumer, payload, in, event.envelope(), handler);
        }
        if (decoded instanceof Decoded.Tombstone tombstone) {
            return work(consumer, in, () -> handler.deleted(tombstone.key()));
        }
        if (decoded instanceof Decoded.Malformed malformed) {
            return deadLetters.put(consumer, in, malformed.reason());
        }
        meters.skipped(consumer, "unknown");
        return Uni.createFrom().voidItem();
    }

    private <T> Uni<Void> known(
            String consumer,
            Class<T> payload,
            ConsumerRecord<String, byte[]> in,
            EventEnvelope<?> envelope,
            EventHandler<T> handler) {
        if (!payload.isInstance(envelope.data())) {
            meters.skipped(consumer, envelope.type().wireName());
            return Uni.createFrom().voidItem();
        }
        EventEnvelope<T> event = new EventEnvelope<>(
                envelope.id(),
                envelope.type(),
                envelope.source(),
                envelope.key(),
                envelope.time(),
                envelope.traceparent(),
                payload.cast(envelope.data()));
        Traces.enter(event.traceparent());
        return work(consumer, in, () -> handler.handle(event));
    }

    private Uni<Void> work(String consumer, ConsumerRecord<String, byte[]> in, Supplier<Uni<Void>> work) {
        long start = System.nanoTime();
        Stall stall = new Stall(consumer);
        return Retry.of(vertx, work, stall)
                .invoke(() -> meters.processed(consumer, Duration.ofNanos(System.nanoTime() - start)))
                .onFailure()
                .recoverWithUni(failure -> deadLetters.put(consumer, in, reason(failure)))
                .eventually(stall::end);
    }

    private static String reason(Throwable failure) {
        return failure instanceof PoisonEventException
                ? failure.getMessage()
                : "cannot be processed: " + failure.getClass().getSimpleName();
    }

    /** One event's retries. Confined to the message's context. */
    private final class Stall implements Retry.Decision {
        private final String consumer;
        private final BackOff backOff = new BackOff(retry.initialBackOff(), retry.maxBackOff());
        private int unknown;
        private boolean stalled;

        Stall(String consumer) {
            this.consumer = consumer;
        }

        @Override
        public Duration waitAfter(int attempt, Throwable failure) {
            FailureKind kind = sorter.sort(failure);
            // Tries that an outage took do not count against the event
            unknown += kind == FailureKind.UNKNOWN ? 1 : 0;
            if (kind == FailureKind.POISON || unknown >= retry.attempts()) {
                return null;
            }
            meters.retried(consumer);
            if (attempt == retry.attempts() && !stalled) {
                stalled = true;
                meters.stalls();
                LOG.warnf(
                        "%s waits, its event is kept and tried again: %s",
                        consumer, failure.getClass().getSimpleName());
            }
            return backOff.after(attempt);
        }

        void end() {
            if (stalled) {
                meters.goesOn();
                LOG.infof("%s goes on", consumer);
            }
        }
    }
}
