package io.breakwater.watcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.VerdictView;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The newest observation is never lost, and not more than one waits (I5)")
class ObservationPublisherTest {
    private final Queue<Sending> sendings = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ObservationPublisher publisher = new ObservationPublisher(
            "/dns-watcher",
            event -> Uni.createFrom().emitter(emitter -> sendings.add(new Sending(event, emitter))),
            timer,
            Clock.systemUTC(),
            new SimpleMeterRegistry());

    private record Sending(EventEnvelope<DrObserved> event, UniEmitter<? super Void> emitter) {
        String verdict() {
            return event.data().verdict().verdict();
        }
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void sendsTheNewestOfThoseThatCameWhileOneWasOnItsWay() {
        publisher.publish(observed("1", "A"));
        publisher.publish(observed("1", "B"));
        publisher.publish(observed("1", "C"));
        Sending first = sendings.remove();
        assertThat(sendings).isEmpty();
        first.emitter().complete(null);

        assertThat(first.verdict()).isEqualTo("A");
        assertThat(sendings.remove().verdict()).isEqualTo("C");
        assertThat(publisher.isPublished("1")).isFalse();
    }

    @Test
    void triesAgainUntilTheBrokerHasIt() {
        publisher.publish(observed("1", "A"));
        for (int i = 0; i < 3; i++) {
            await().until(() -> !sendings.isEmpty());
            sendings.remove().emitter().fail(new IllegalStateException("no broker"));
        }
        publisher.publish(observed("1", "B"));
        await().until(() -> !sendings.isEmpty());
        Sending last = sendings.remove();
        last.emitter().complete(null);

        assertThat(last.verdict()).isEqualTo("B");
        assertThat(publisher.isPublished("1")).isTrue();
        assertThat(publisher.unpublished()).isZero();
    }

    @Test
    void oneTenantDoesNotWaitForAnother() {
        publisher.publish(observed("1", "A"));
        publisher.publish(observed("2", "B"));

        assertThat(sendings).extracting(Sending::verdict).containsExactly("A", "B");
    }

    private static DrObserved observed(String customer, String verdict) {
        VerdictView view = new VerdictView(verdict, "OK", null, null, null, null);
        return new DrObserved(customer, "dr.example.test", List.of(), List.of(), null, Instant.now(), view, "POLL");
    }
}
