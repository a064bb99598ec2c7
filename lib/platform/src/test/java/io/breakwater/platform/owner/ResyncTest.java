package io.breakwater.platform.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** I10: a copy is compared with its owner without a person, and an owner that is away changes nothing. */
class ResyncTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Table table = new Table();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void comparesAtItsStartAndThenAgainAndAgain() {
        Resync resync = resync(Map.of("breakwater.resync.every", "PT0.02S", "breakwater.resync.gap", "PT0S"));
        table.answersAtOnce(new ResyncReport(3, 1, 0));
        resync.start();

        await().until(() -> table.runs.get() > 5);

        assertThat(table.most.get()).isEqualTo(1);
        assertThat(registry.get("breakwater.resync.mended").counter().count()).isGreaterThan(4);
        assertThat(registry.get("breakwater.resync.last.ok").gauge().value()).isPositive();
    }

    @Test
    void aDoubtHasItComparedLongBeforeItsTimeAndAHundredDoubtsOnce() {
        Resync resync = resync(Map.of("breakwater.resync.every", "PT1H", "breakwater.resync.gap", "PT0.3S"));
        table.answersAtOnce(ResyncReport.NONE);
        resync.start();
        await().until(() -> table.runs.get() == 1);

        IntStream.range(0, 100).forEach(i -> resync.doubt("sequence-jumps"));

        await().until(() -> table.runs.get() == 2);
        assertThat(table.startedAfterMillis(1)).isGreaterThanOrEqualTo(290);
        await().during(Duration.ofMillis(500)).until(() -> table.runs.get() == 2);
        assertThat(registry.get("breakwater.resync.doubts").counter().count()).isEqualTo(100);
    }

    @Test
    void aDoubtDuringARunIsFollowedByAnotherOneBecauseItMayHaveReadBefore() {
        Resync resync = resync(Map.of("breakwater.resync.every", "PT1H", "breakwater.resync.gap", "PT0S"));
        resync.start();
        await().until(() -> table.open.size() == 1);

        resync.doubt("sequence-jumps");
        table.open.get(0).complete(ResyncReport.NONE);

        await().until(() -> table.open.size() == 2);
        assertThat(table.most.get()).isEqualTo(1);
    }

    @Test
    void aPersonGetsARunThatBeganAfterTheQuestion() {
        Resync resync = resync(Map.of("breakwater.resync.every", "PT1H"));
        resync.start();
        await().until(() -> table.open.size() == 1);

        Uni<ResyncAnswer.Table> asked = resync.now();
        CopyOnWriteArrayList<ResyncAnswer.Table> answers = new CopyOnWriteArrayList<>();
        asked.subscribe().with(answers::add);
        table.open.get(0).complete(new ResyncReport(1, 1, 0));
        await().until(() -> table.open.size() == 2);
        assertThat(answers).isEmpty();
        table.open.get(1).complete(new ResyncReport(7, 2, 1));

        await().until(() -> answers.equals(List.of(new ResyncAnswer.Table("t", "OK", 7, 2, 1, null))));
    }

    @Test
    void anOwnerThatIsAwayIsAskedAgainSoonAndAPersonIsTold() {
        Resync resync = resync(Map.of(
                "breakwater.resync.every", "PT1H",
                "breakwater.resync.gap", "PT0S",
                "breakwater.resync.initial-back-off", "PT0.01S"));
        table.failsWith(new OwnerAnswerException(Owner.CONFIG_SERVICE, 503));
        resync.start();
        await().until(() -> table.runs.get() > 2);

        assertThat(resync.now().await().atMost(SOON))
                .isEqualTo(new ResyncAnswer.Table("t", "FAILED", 0, 0, 0, "config-service answered 503"));
        assertThat(registry.get("breakwater.resync.last.ok").gauge().value()).isZero();

        table.answersAtOnce(ResyncReport.NONE);
        await().until(() -> registry.get("breakwater.resync.last.ok").gauge().value() > 0);
    }

    @Test
    void aForeignTextIsNotToldToPeople() {
        Resync resync = resync(Map.of("breakwater.resync.every", "PT1H"));
        table.failsWith(new IOException("jdbc:postgresql://secret"));

        assertThat(resync.now().await().atMost(SOON).detail()).doesNotContain("secret");
    }

    @Test
    void aRunThatNeverEndsIsGivenUpAndAnotherOneComes() {
        Resync resync = resync(Map.of(
                "breakwater.resync.at-most", "PT0.05S",
                "breakwater.resync.gap", "PT0S",
                "breakwater.resync.initial-back-off", "PT0.01S"));
        resync.start();

        await().until(() -> table.open.size() > 2);
        await().until(() -> table.cancelled.get() > 1);
        assertThat(table.most.get()).isEqualTo(1);
    }

    @Test
    void noMorePeopleWaitThanMay() {
        Resync resync = resync(Map.of("breakwater.resync.waiting", "1"));
        resync.start();
        await().until(() -> table.open.size() == 1);

        resync.now().subscribe().with(ignored -> {});

        assertThat(resync.now().await().atMost(SOON).outcome()).isEqualTo("FAILED");
    }

    private Resync resync(Map<String, String> settings) {
        ResyncConfig config = OwnerSettings.of(settings).getConfigMapping(ResyncConfig.class);
        return new Resync(vertx, config, table, new ResyncMeters(registry, "t"), Clock.systemUTC());
    }

    /** A table whose runs the test ends. */
    private static final class Table implements Resynced {
        private final AtomicInteger runs = new AtomicInteger();
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger cancelled = new AtomicInteger();
        private final List<UniEmitter<? super ResyncReport>> open = new CopyOnWriteArrayList<>();
        private final List<Long> starts = new CopyOnWriteArrayList<>();
        private volatile ResyncReport report;
        private volatile Throwable failure;

        void answersAtOnce(ResyncReport with) {
            failure = null;
            report = with;
        }

        void failsWith(Throwable with) {
            failure = with;
        }

        long startedAfterMillis(int index) {
            return (starts.get(index) - starts.get(index - 1)) / 1_000_000;
        }

        @Override
        public String table() {
            return "t";
        }

        @Override
        public Uni<ResyncReport> resync() {
            starts.add(System.nanoTime());
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            runs.incrementAndGet();
            return outcome()
                    .onCancellation()
                    .invoke(cancelled::incrementAndGet)
                    .onTermination()
                    .invoke(now::decrementAndGet);
        }

        private Uni<ResyncReport> outcome() {
            if (failure != null) {
                return Uni.createFrom().failure(failure);
            }
            return report != null
                    ? Uni.createFrom().item(report)
                    : Uni.createFrom().emitter(open::add);
        }
    }
}
