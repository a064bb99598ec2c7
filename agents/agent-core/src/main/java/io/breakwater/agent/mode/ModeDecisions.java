package io.breakwater.agent.mode;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Verdict;
import io.breakwater.activation.state.DrStateMachine;
import io.breakwater.activation.state.Transition;
import io.breakwater.agent.status.Signals;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.agent.words.Words;
import io.breakwater.contracts.event.AgentStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Judges evidence and decides the agent's mode. Everything but {@link #view} and {@link #recordSeenAt} belongs to the mode keeper's
 * thread; it waits for nothing but the disk.
 *
 * <p>A decision is written before it is acted on. What cannot be written is not done: it is said aloud and judged again at the next tick.
 * Only what the clock decides is done all the same, because the next start comes to the same by what is on the disk: at x the agent leaves
 * DR also with a disk that takes nothing (I4).
 */
final class ModeDecisions {
    private static final Logger LOG = Logger.getLogger(ModeDecisions.class);

    private final ModeStateFile file;
    private final Judgement judgement;
    private final ServiceSwitch service;
    private final Signals signals;
    private final Clock clock;
    private final Sightings sightings = new Sightings();
    private ModeState state;
    private ModeState written;
    private AgentStatus.Switch lastSwitch;
    private Observation unwritten;
    private boolean unsaved;
    private volatile ModeView view;

    ModeDecisions(ModeStateFile file, TrustStore trust, ServiceSwitch service, Signals signals, Clock clock) {
        this.file = file;
        this.judgement = new Judgement(trust);
        this.service = service;
        this.signals = signals;
        this.clock = clock;
        this.state = ModeState.initial(clock.millis());
        this.written = state;
        show();
    }

    ModeView view() {
        return view;
    }

    Mode mode() {
        return state.mode();
    }

    Instant recordSeenAt() {
        return sightings.recordSeenAt();
    }

    /** Begins where the last process ended: reads the state, lets the clock decide what it must, starts the service. */
    void resume() {
        Instant now = clock.instant();
        Optional<ModeState> recalled = file.recall(signals.troubles(), judgement.isEnrolled());
        state = recalled.orElse(state);
        written = state;
        align();
        if (recalled.isEmpty()) {
            saveAgain();
        }
        onTime();
        if (state.mode() != Mode.NORMAL && lastSwitch == null) {
            service.to(state.mode());
            lastSwitch = switched(
                    Source.RESUME, state.activation().map(Activation::identity).orElse(null), now);
            LOG.infof("mode %s is resumed from disk", state.mode());
        }
        tick();
        show();
        signals.changed().run();
    }

    /** Judges evidence. */
    void observe(Observation observation) {
        Optional<String> domain = judgement.domain(state);
        if (domain.isEmpty()) {
            return;
        }
        align();
        Instant now = clock.instant();
        ReplayState replay = judgement.replay(state);
        Evaluation evaluation =
                judgement.by(domain.get()).judge(observation.evidence().rrset(), replay, now.getEpochSecond());
        Verdict verdict = evaluation.verdict();
        signals.metrics().judged(verdict.name(), verdict.reason().name());
        if (sightings.note(observation, verdict, now)) {
            return;
        }
        Transition transition = DrStateMachine.next(state.tenant(), replay, evaluation, observation.evidence(), now);
        if (!commit(transition, Judgement.applied(verdict), Cause.of(observation))) {
            unwritten = observation;
        }
    }

    /** Does what is due: what could not be written, what the clock says, a service that is not as it should be. */
    void tick() {
        if (unwritten != null) {
            Observation again = unwritten;
            unwritten = null;
            observe(again);
        }
        onTime();
        if (unsaved) {
            saveAgain();
        }
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
        Transition transition =
                DrStateMachine.onTimer(state.tenant(), state.replay(), judgement.by(state.domain()), now);
        String last = transition.replay().lastIdentity();
        boolean news = last != null && !last.equals(state.replay().lastIdentity());
        commit(transition, news ? last : null, new Cause(Source.TIMER, now, true));
    }

    /** The record has been denied since then, which the tenant's absence policy wants to end its mode; a record seen since counts more. */
    void lastingAbsence(String domain, Instant deniedSince) {
        Instant now = clock.instant();
        if (domain.equalsIgnoreCase(state.domain()) && !deniedSince.isBefore(sightings.recordSeenAt())) {
            Cause cause = new Cause(Source.DNS, now, false);
            commit(DrStateMachine.onLastingAbsence(state.tenant(), state.replay(), now), null, cause);
        }
    }

    /** Another index is in force: another domain, or the group is designated now. */
    void trustChanged() {
        align();
        Transition same = new Transition(state.tenant(), state.tenant(), state.replay(), false, false, null);
        commit(same, null, new Cause(Source.TIMER, clock.instant(), false));
        signals.changed().run();
    }

    /** Nothing that was judged for another domain counts. */
    private void align() {
        judgement
                .domain(state)
                .filter(domain -> !domain.equalsIgnoreCase(state.domain()))
                .ifPresent(domain -> state = state.forDomain(domain, judgement.replayAtFirst(), clock.millis()));
    }

    /** Why something is decided. @param byClock whether the clock and what is on the disk are enough to decide the same again */
    private record Cause(Source source, Instant at, boolean byClock) {
        static Cause of(Observation observation) {
            return new Cause(observation.source(), observation.at(), false);
        }
    }

    /** What is in memory goes to the disk as soon as that takes it. */
    private void saveAgain() {
        ModeState next = state.withGeneration(state.generation() + 1);
        unsaved = !save(next);
        state = next;
    }

    /** Writes, then acts. @return false when it could not be written, and nothing was done */
    private boolean commit(Transition transition, String applied, Cause cause) {
        boolean designated = judgement.isDesignated(state);
        ModeState next = state.decided(transition.after(), transition.replay(), designated, applied, clock.millis());
        if (next.equals(written.withGeneration(next.generation()))) {
            return true;
        }
        boolean switched = next.mode() != state.mode();
        if (!save(next)) {
            if (!cause.byClock()) {
                return false;
            }
            unsaved = true;
        }
        state = next;
        if (switched) {
            act(cause.source(), cause.at());
        }
        show();
        signals.changed().run();
        return true;
    }

    /** @return false when neither copy could be written */
    private boolean save(ModeState next) {
        try {
            file.write(next);
            signals.troubles().clear(Trouble.STATE);
            written = next;
            unsaved = false;
            return true;
        } catch (IOException e) {
            // It may be on the medium all the same: no later state may have its generation.
            state = state.withGeneration(next.generation());
            signals.troubles()
                    .raise(
                            Trouble.STATE,
                            "the mode state cannot be written, nothing but the clock switches: " + Words.of(e));
            return false;
        }
    }

    /** Looks after the state on disk. @return a sentence for each copy that was gone or damaged */
    List<String> mend() {
        return unsaved ? List.of() : file.mend(written);
    }

    private void act(Source source, Instant evidenceAt) {
        LOG.infof("mode becomes %s by %s, activation %s", state.mode(), source, state.identity());
        service.to(state.mode());
        lastSwitch = switched(source, state.identity(), evidenceAt);
        signals.metrics().switched(state.mode().name(), source.name());
    }

    private AgentStatus.Switch switched(Source source, String identity, Instant evidenceAt) {
        return new AgentStatus.Switch(source.name(), identity, state.mode().name(), evidenceAt, clock.instant());
    }

    private void show() {
        view = ModeView.of(state, lastSwitch);
    }
}
