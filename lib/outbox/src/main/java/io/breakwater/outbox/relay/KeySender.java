package io.breakwater.outbox.relay;

import io.breakwater.platform.events.RecordPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Sends the events of one key one after the other, each after the broker acknowledged the one before: a failed one can then never be
 * overtaken. Stateless; one call's state is confined to its chain.
 */
@Singleton
class KeySender {
    private final RecordPublisher publisher;

    KeySender(RecordPublisher publisher) {
        this.publisher = publisher;
    }

    /** Never fails: what happened stands in the outcome. */
    Uni<Outcome> send(List<UnsentEvent> events) {
        return new Run(events).next(0);
    }

    private final class Run {
        private final List<UnsentEvent> events;
        private final List<UnsentEvent> sent = new ArrayList<>();
        private final List<Outcome.Failure> refused = new ArrayList<>();

        Run(List<UnsentEvent> events) {
            this.events = events;
        }

        Uni<Outcome> next(int index) {
            if (index == events.size()) {
                return Uni.createFrom().item(new Outcome(sent, refused, null));
            }
            UnsentEvent event = events.get(index);
            return publisher
                    .publish(event.outgoing())
                    .invoke(() -> sent.add(event))
                    .chain(() -> next(index + 1))
                    .onFailure()
                    .recoverWithUni(failure -> stop(index, failure));
        }

        private Uni<Outcome> stop(int index, Throwable failure) {
            Outcome.Failure what = new Outcome.Failure(events.get(index), reason(failure));
            if (isForGood(failure)) {
                refused.add(what);
                return next(index + 1);
            }
            return Uni.createFrom().item(new Outcome(sent, refused, what));
        }
    }

    private static boolean isForGood(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof InvalidTopicException;
    }

    private static String reason(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
