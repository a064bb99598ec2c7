package io.breakwater.config.drstate;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.config.wire.Ids;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.outbox.Inbox;
import io.breakwater.platform.events.PoisonEventException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;

/** Keeps what dr-controller tells. Events may come twice and out of order: the inbox and the sequence see to that (I5). */
@Singleton
public class DrStateService {
    static final String CONSUMER = "config-service.dr-state";

    private static final String UPDATE = "update dr_state set mode = :mode, sequence = :sequence, replay = :replay"
            + " where customer_id = :customer and sequence < :sequence";

    private final Inbox inbox;

    DrStateService(Inbox inbox) {
        this.inbox = inbox;
    }

    @WithTransaction
    public Uni<Void> stateChanged(EventEnvelope<DrStateChanged> event) {
        return inbox.firstTime(CONSUMER, event)
                .chain(first -> first ? store(event.data()) : Uni.createFrom().voidItem());
    }

    /** In the caller's session. */
    public Uni<KnownState> of(long customerId) {
        return Panache.getSession()
                .chain(session -> session.find(DrStateEntity.class, customerId))
                .map(state -> new KnownState(state.mode, replay(state.replay)));
    }

    /** An unknown tenant or an older state changes nothing. */
    private static Uni<Void> store(DrStateChanged state) {
        long customer = Ids.parse(state.customerId())
                .orElseThrow(() -> new PoisonEventException("the customer id is no number"));
        if (state.mode() == null) {
            throw new PoisonEventException("the mode is missing");
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(UPDATE)
                        .setParameter("mode", state.mode())
                        .setParameter("sequence", state.sequence())
                        .setParameter("replay", json(state.replay()))
                        .setParameter("customer", customer)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String json(ReplayView replay) {
        try {
            return replay == null ? null : EventCodec.mapper().writeValueAsString(replay);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a replay state that was read from JSON cannot be written", e);
        }
    }

    private static ReplayView replay(String json) {
        try {
            return json == null ? null : EventCodec.mapper().readValue(json, ReplayView.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored replay state is not readable", e);
        }
    }
}
