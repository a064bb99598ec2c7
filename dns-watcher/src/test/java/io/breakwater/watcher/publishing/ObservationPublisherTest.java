package io.breakwater.watcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.activation.Evaluator;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Verdict;
import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.VerdictView;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
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
            new ObservationPublisher.Limits(4_000, 10_000),
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
        return observed(customer, verdict, List.of());
    }

    private static DrObserved observed(String customer, String verdict, List<List<String>> rrset) {
        VerdictView view = new VerdictView(verdict, "OK", null, null, null, null);
        List<DrObserved.AuthorityAnswer> answers =
                List.of(new DrObserved.AuthorityAnswer("192.0.2.1:53", "FOUND", null, "ab", 100));
        return new DrObserved(customer, "dr.example.test", rrset, answers, null, Instant.now(), view, "POLL");
    }

    @Test
    @DisplayName(
            "What does not fit into an event is told as a look that failed: neither half of it nor nothing (I3, I9)")
    void anObservationThatIsTooLargeIsToldAsThat() {
        List<List<String>> large = Collections.nCopies(40, List.of("x".repeat(200)));

        publisher.publish(observed("1", "APPLY", large));

        DrObserved told = sendings.remove().event().data();
        assertThat(told.verdict().verdict()).isEqualTo("HOLD");
        assertThat(told.answers()).allSatisfy(answer -> {
            assertThat(answer.outcome()).isEqualTo("UNAVAILABLE");
            assertThat(answer.detail()).startsWith("TOO_LARGE: ");
        });
        Verdict verdict = Evaluator.evaluate(
                        Rrset.ofLatin1(told.rrset()), "dr.example.com", List.of(), Policy.DEFAULT, ReplayState.EMPTY, 1)
                .verdict();
        assertThat(verdict).as("what a consumer makes of it").isInstanceOf(Verdict.Hold.class);
    }

    @Test
    @DisplayName("While the bus is away no more waits than may, and whoever brought it knows (I9)")
    void whatFindsNoRoomIsGivenBack() {
        List<List<String>> some = Collections.nCopies(10, List.of("x".repeat(200)));
        int taken = 0;
        while (publisher.publish(observed(Integer.toString(taken), "A", some))) {
            taken++;
        }

        assertThat(taken).isBetween(2, 5);
        assertThat(publisher.unpublished()).isEqualTo(taken);
        sendings.forEach(sending -> sending.emitter().complete(null));
        assertThat(publisher.unpublished()).isZero();
        assertThat(publisher.publish(observed("again", "A", some))).isTrue();
    }
}
