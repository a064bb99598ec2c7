package io.breakwater.config.drstate;

import io.breakwater.config.drsettings.DrSettingsService;
import io.breakwater.config.wire.Ids;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.outbox.Inbox;
import io.breakwater.platform.events.PoisonEventException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps what is believed of tenants' DR states. Events may come twice and out of order: the inbox and the sequence see to that (I5); what
 * they say is held against the evidence (I2).
 */
@Singleton
public class DrStateService {
    static final String CONSUMER = "config-service.dr-state";

    private final Inbox inbox;
    private final DrSettingsService settings;
    private final EvidenceJudge judge;
    private final DrStateConfig config;
    private final Clock clock;

    DrStateService(Inbox inbox, DrSettingsService settings, EvidenceJudge judge, DrStateConfig config, Clock clock) {
        this.inbox = inbox;
        this.settings = settings;
        this.judge = judge;
        this.config = config;
        this.clock = clock;
    }

    /** What there is to ask the owner about, if anything. */
    @WithTransaction
    Uni<Optional<Doubt>> stateChanged(EventEnvelope<DrStateChanged> event) {
        long customer =
                customer(event.data()).orElseThrow(() -> new PoisonEventException("the customer id is no number"));
        return inbox.firstTime(CONSUMER, event)
                .chain(first -> first
                        ? judge(customer, belief -> belief.told(event.data()))
                        : Uni.createFrom().item(Outcome.NOTHING))
                .map(Outcome::doubt);
    }

    /**
     * Takes the owner's answer.
     *
     * @param kept sequence that was kept before it was asked; when a later one is kept by now, the answer may be older than that
     */
    @WithTransaction
    Uni<Outcome> owned(DrStateChanged state, long kept) {
        return customer(state)
                .map(customer -> judge(
                        customer,
                        belief -> belief.stored().sequence() <= Math.max(kept, state.sequence())
                                ? belief.owned(state)
                                : Judgement.of(belief.stored())))
                .orElseGet(() -> Uni.createFrom().item(Outcome.NOTHING));
    }

    /** Judges again what the time has made something else. */
    @WithTransaction
    Uni<Void> judgeByClock(long customer) {
        return judge(customer, Belief::byClock).replaceWithVoid();
    }

    /** In the caller's session. @param rules the tenant's settings */
    public Uni<KnownState> of(long customerId, DrSettings rules) {
        return StateStore.find(customerId).map(stored -> {
            Belief belief = belief(rules, stored);
            return new KnownState(stored.modeAt(belief.now()).name(), ReplayViews.view(belief.soundReplay()));
        });
    }

    /** An unknown tenant changes nothing. */
    private Uni<Outcome> judge(long customer, Function<Belief, Judgement> how) {
        return StateStore.lock(customer)
                .chain(stored -> stored == null
                        ? Uni.createFrom().item(Outcome.NOTHING)
                        : settings.event(customer)
                                .map(rules -> how.apply(belief(rules, stored)))
                                .chain(judgement -> keep(customer, stored, judgement)));
    }

    private static Uni<Outcome> keep(long customer, StoredState before, Judgement judgement) {
        boolean changes = !judgement.state().equals(before);
        Outcome outcome = new Outcome(changes, judgement.doubt());
        return changes
                ? StateStore.save(customer, judgement.state()).replaceWith(outcome)
                : Uni.createFrom().item(outcome);
    }

    private Belief belief(DrSettings rules, StoredState stored) {
        return new Belief(
                Rules.of(rules),
                stored,
                judge,
                clock.instant().getEpochSecond(),
                config.clockTolerance().toSeconds(),
                config.largestJump());
    }

    static Optional<Long> customer(DrStateChanged state) {
        return Ids.parse(state.customerId());
    }

    /** Tenants that {@link #judgeByClock} is for. */
    @WithTransaction
    Uni<List<Long>> due(int most) {
        return StateStore.due(clock.instant().getEpochSecond(), most);
    }

    /** Which of the owner's answers tell of something else than what is kept. */
    @WithTransaction
    Uni<List<Difference>> different(List<DrStateChanged> states) {
        List<Long> ids =
                states.stream().flatMap(state -> customer(state).stream()).toList();
        return StateStore.brief(ids, clock.instant().getEpochSecond())
                .map(known -> states.stream()
                        .flatMap(state -> Difference.between(state, known).stream())
                        .toList());
    }

    /** The sequence that is kept of a tenant. */
    @WithTransaction
    Uni<Long> kept(long customer) {
        return StateStore.find(customer).map(StoredState::sequence);
    }
}
