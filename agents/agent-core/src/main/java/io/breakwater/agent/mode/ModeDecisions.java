package io.breakwater.agent.mode;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Verdict;
import io.breakwater.activation.state.DrStateMachine;
import io.breakwater.activation.state.Judge;
import io.breakwater.activation.state.Transition;
import io.breakwater.agent.status.Signals;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.contracts.event.AgentStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Judges evidence and decides the agent's mode. Everything but {@link #view} belongs to the mode keeper's thread; it waits for nothing
 * but the disk.
 *
 * <p>A decision is written before it is acted on. What cannot be written is not done: it is said aloud and judged again at the next tick.
 */
final class ModeDecisions {
    private static final Logger LOG = Logger.getLogger(ModeDecisions.class);

    private final Judgement judgement = new Judgement();
    private final ModeStateFile file;
    private final TrustStore trust;
    private final ServiceSwitch service;
    private final Signals signals;
    private final Clock clock;
    private ModeState state;
    private AgentStatus.Switch lastSwitch;
    private Observation unwritten;
    private long newestSeenAt = Long.MIN_VALUE;
    private volatile ModeView view;

    ModeDecisions(ModeStateFile file, TrustStore trust, ServiceSwitch service, Signals signals, Clock clock) {
        this.file = file;
        this.trust = trust;
        this.service = service;
        this.signals = signals;
        this.clock = clock;
        this.state = ModeState.initial(clock.millis());
        show();
    }

    ModeView view() {
        return view;
    }

    Mode mode() {
        return state.mode();
    }

    /** Begins where the last process ended: reads the state, lets the clock decide what it must, starts the service. */
    void resume() {
        Instant now = clock.instant();
        state = file.recall(signals.troubles()).orElse(state);
        onTime();
        if (state.mode() != Mode.NORMAL) {
            String identity = state.activation().map(Activation::identity).orElse(null);
            service.to(state.mode());
            lastSwitch = new AgentStatus.Switch(
                    Source.RESUME.name(), identity, state.mode().name(), now, clock.instant());
            LOG.infof("mode %s is resumed from disk", state.mode());
        }
        tick();
        show();
        signals.changed().run();
    }

    /** Judges evidence. */
    void observe(Observation observation) {
        Optional<Trust> believed = trust.trust();
        Optional<String> domain = believed.flatMap(Trust::domain);
        if (domain.isEmpty()) {
            return;
        }
        align(believed.get(), domain.get());
        Instant now = clock.instant();
        ReplayState replay = replay(believed.get());
        Evaluation evaluation = judgement
                .by(believed, domain.get())
                .judge(observation.evidence().rrset(), replay, now.getEpochSecond());
        Verdict verdict = evaluation.verdict();
        signals.metrics().judged(verdict.name(), verdict.reason().name());
        if (isLate(observation, verdict)) {
            return;
        }
        Transition transition = DrStateMachine.next(state.tenant(), replay, evaluation, observation.evidence(), now);
        if (!commit(transition, applied(verdict), observation.source(), observation.at())) {
            unwritten = observation;
        }
    }

    /** An older look that tells nothing is no news: it only comes late. */
    private boolean isLate(Observation observation, Verdict verdict) {
        long seenAt = observation.evidence().seenAtEpochMillis();
        boolean older = seenAt < newestSeenAt;
        newestSeenAt = Math.max(newestSeenAt, Math.min(seenAt, clock.millis()));
        return older && verdict.activation().isEmpty();
    }

    private static String applied(Verdict verdict) {
        return verdict instanceof Verdict.Pending
                ? null
                : verdict.activation().map(Activation::identity).orElse(null);
    }

    /** Does what is due: what could not be written, what the clock says, a service that is not as it should be. */
    void tick() {
        if (unwritten != null) {
            Observation again = unwritten;
            unwritten = null;
            observe(again);
        }
        onTime();
        if (!service.isIn(state.mode())) {
            service.to(state.mode());
        }
    }

    private void onTime() {
        Instant now = clock.instant();
        Instant due = DrStateMachine.nextTimer(state.tenant());
        if (due == null || due.isAfter(now)) {
            return;
        }
        Judge judge = judgement.by(trust.trust(), state.domain());
        Transition transition = DrStateMachine.onTimer(state.tenant(), state.replay(), judge, now);
        String last = transition.replay().lastIdentity();
        boolean news = last != null && !last.equals(state.replay().lastIdentity());
        commit(transition, news ? last : null, Source.TIMER, now);
    }

    /** The record has been denied for as long as the tenant's absence policy wants. */
    void lastingAbsence() {
        Instant now = clock.instant();
        commit(DrStateMachine.onLastingAbsence(state.tenant(), state.replay(), now), null, Source.DNS, now);
    }

    /** Another index is in force: another domain, or the group is designated now. */
    void trustChanged() {
        trust.trust().ifPresent(believed -> {
            believed.domain().ifPresent(domain -> align(believed, domain));
            Instant now = clock.instant();
            Transition same = new Transition(state.tenant(), state.tenant(), state.replay(), false, false, null);
            commit(same, null, Source.TIMER, now);
        });
        signals.changed().run();
    }

    private void align(Trust believed, String domain) {
        if (!domain.equalsIgnoreCase(state.domain())) {
            state = state.forDomain(domain, believed.replay(), clock.millis());
        }
    }

    private ReplayState replay(Trust believed) {
        return state.replay().equals(ReplayState.EMPTY) ? believed.replay() : state.replay();
    }

    /** Writes, then acts. @return false when it could not be written, and nothing was done */
    private boolean commit(Transition transition, String applied, Source source, Instant evidenceAt) {
        boolean designated = trust.trust().map(Trust::designated).orElse(true);
        ModeState next = state.decided(transition.after(), transition.replay(), designated, applied, clock.millis());
        if (next.equals(state.withGeneration(next.generation()))) {
            return true;
        }
        try {
            file.write(next);
            signals.troubles().clear(Trouble.STATE);
        } catch (IOException e) {
            signals.troubles().raise(Trouble.STATE, "the mode state cannot be written, nothing is switched: " + e);
            return false;
        }
        boolean switched = next.mode() != state.mode();
        state = next;
        if (switched) {
            act(source, evidenceAt);
        }
        show();
        signals.changed().run();
        return true;
    }

    private void act(Source source, Instant evidenceAt) {
        LOG.infof("mode becomes %s by %s, activation %s", state.mode(), source, state.identity());
        service.to(state.mode());
        lastSwitch = new AgentStatus.Switch(
                source.name(), state.identity(), state.mode().name(), evidenceAt, clock.instant());
        signals.metrics().switched(state.mode().name(), source.name());
    }

    private void show() {
        view = ModeView.of(state, lastSwitch);
    }
}
