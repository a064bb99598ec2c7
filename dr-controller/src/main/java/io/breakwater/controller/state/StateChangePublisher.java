package io.breakwater.controller.state;

import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.controller.change.ChangeKind;
import io.breakwater.controller.change.Changes;
import io.breakwater.controller.history.HistoryService;
import io.breakwater.outbox.Outbox;
import io.breakwater.platform.events.EventsConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Writes what goes with a change of state into the same transaction: history, outgoing event, nudge to the other replicas (I5). */
@Singleton
class StateChangePublisher {
    private final HistoryService history;
    private final Outbox outbox;
    private final Changes changes;
    private final DrMeters meters;
    private final String source;

    StateChangePublisher(HistoryService history, Outbox outbox, Changes changes, DrMeters meters, EventsConfig config) {
        this.history = history;
        this.outbox = outbox;
        this.changes = changes;
        this.meters = meters;
        this.source = config.source();
    }

    /** Nothing but a count when the step changes nothing. */
    Uni<Void> publish(Step step, String domain, Instant now) {
        meters.decided(step);
        if (!step.isChange()) {
            return Uni.createFrom().voidItem();
        }
        DrStateChanged changed = StateEvents.event(step.after(), domain, now);
        return history.append(StateEvents.entry(step, domain, now))
                .chain(() -> changes.announce(ChangeKind.STATE, changed.customerId()))
                .chain(() -> outbox.append(EventEnvelope.of(source, changed.customerId(), now, changed)));
    }
}
