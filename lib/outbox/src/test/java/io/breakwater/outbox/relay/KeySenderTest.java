package io.breakwater.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.platform.events.OutgoingRecord;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** Proves a part of I5: a failed event is never overtaken by a later one of its key. */
class KeySenderTest {
    private final List<Long> published = new ArrayList<>();

    @Test
    void sendsAllInTheirOrder() {
        Outcome outcome = send(-1, null, 1, 2, 3);

        assertThat(published).containsExactly(1L, 2L, 3L);
        assertThat(outcome.sent()).extracting(UnsentEvent::id).containsExactly(1L, 2L, 3L);
        assertThat(outcome.failed()).isNull();
    }

    @Test
    void triesNothingBehindAFailedEvent() {
        Outcome outcome = send(2, new TimeoutException("broker away"), 1, 2, 3);

        assertThat(published).containsExactly(1L, 2L);
        assertThat(outcome.sent()).extracting(UnsentEvent::id).containsExactly(1L);
        assertThat(outcome.failed().event().id()).isEqualTo(2);
        assertThat(outcome.failed().reason()).isEqualTo("TimeoutException");
    }

    @Test
    void goesOnBehindAnEventThatNoBrokerWillEverTake() {
        Outcome outcome = send(2, new RecordTooLargeException("too large"), 1, 2, 3);

        assertThat(outcome.sent()).extracting(UnsentEvent::id).containsExactly(1L, 3L);
        assertThat(outcome.refused())
                .extracting(failure -> failure.event().id())
                .containsExactly(2L);
        assertThat(outcome.failed()).isNull();
    }

    private Outcome send(long bad, RuntimeException failure, long... ids) {
        KeySender sender = new KeySender(outgoing -> Uni.createFrom().deferred(() -> {
            long id = Long.parseLong(outgoing.headers().get("id"));
            published.add(id);
            return id == bad
                    ? Uni.createFrom().failure(failure)
                    : Uni.createFrom().voidItem();
        }));
        return sender.send(LongStream.of(ids).mapToObj(KeySenderTest::event).toList())
                .subscribe()
                .asCompletionStage()
                .join();
    }

    private static UnsentEvent event(long id) {
        return new UnsentEvent(
                id,
                new OutgoingRecord("topic", "key", Map.of("id", Long.toString(id)), new byte[0]),
                OffsetDateTime.now(ZoneOffset.UTC),
                0);
    }
}
