package io.breakwater.agent.operator;

import io.breakwater.activation.state.Held;
import io.breakwater.agent.RunningAgent;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.mode.ModeView;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.status.TroubleEntry;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.upkeep.CentreContact;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.AgentStatus.DrLookup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code show_mode}: the agent's mode, why, and what is wrong. */
final class ShownMode {
    private final RunningAgent parts;

    ShownMode(RunningAgent parts) {
        this.parts = parts;
    }

    /**
     * @param restarts how often the service was restarted by a change of the agent's mode, since the agent was installed
     * @param source what brought the last change of this process, or null
     * @param troubles what is wrong now, newest first
     * @param drLookup the agent's own last look at its DR domain, or null
     * @param notReady what keeps it from being ready for DR
     * @param refused that the centre refuses this agent, or null: no waiting mends it
     */
    record View(
            String agentId,
            boolean enrolled,
            boolean designated,
            String mode,
            String tenantMode,
            String identity,
            Instant since,
            Long t,
            Long x,
            Instant nextTimer,
            HeldView held,
            String snapshot,
            Long snapshotSequence,
            long generation,
            long restarts,
            String source,
            AgentStatus.Switch lastSwitch,
            String lastError,
            Map<Trouble, String> errors,
            List<TroubleEntry> troubles,
            DrLookup drLookup,
            boolean ready,
            List<String> notReady,
            CentreContact.State centre,
            Refusal refused) {}

    /** @param stage {@code ENROLMENT} or {@code CENTRE} */
    record Refusal(String stage, Instant since, String detail) {
        static Refusal of(CentreContact.State state) {
            return new Refusal(state.enrolling() ? "ENROLMENT" : "CENTRE", state.since(), state.detail());
        }
    }

    record HeldView(String reason, Instant since) {}

    Answer answer() {
        ModeView mode = parts.keeper().view();
        Optional<Generation> running = parts.service().running();
        List<String> missing = DrReadiness.missing(parts);
        View view = new View(
                parts.identity().identity().map(ShownMode::agentId).orElse(null),
                parts.identity().identity().isPresent(),
                parts.trust().trust().map(Trust::designated).orElse(false),
                mode.mode().name(),
                mode.tenantMode().name(),
                mode.identity(),
                mode.since(),
                mode.t(),
                mode.x(),
                mode.nextTimer(),
                mode.held().map(ShownMode::held).orElse(null),
                running.map(Generation::snapshot).orElse(null),
                running.map(Generation::snapshotSequence).orElse(null),
                running.map(Generation::number).orElse(0L),
                mode.switches(),
                mode.lastSwitch() == null ? null : mode.lastSwitch().source(),
                mode.lastSwitch(),
                parts.troubles().latest().orElse(null),
                parts.troubles().all(),
                parts.troubles().list().stream()
                        .filter(one -> one.endedAt() == null)
                        .toList(),
                parts.look().last().orElse(null),
                missing.isEmpty(),
                missing,
                parts.contact().state(),
                parts.contact().refusal().map(Refusal::of).orElse(null));
        return new Answer(lines(view), view);
    }

    private static List<String> lines(View view) {
        List<String> lines = new ArrayList<>();
        lines.add("Enrolled: " + (view.enrolled() ? "yes, agent " + view.agentId() : "no"));
        lines.add("Designated for DR: " + (view.designated() ? "yes" : "no"));
        lines.add("Mode: " + view.mode());
        lines.add("Tenant mode: " + view.tenantMode());
        lines.add("Since: " + view.since());
        lines.add("Activation: " + orNone(view.identity()));
        lines.add("Held: "
                + (view.held() == null
                        ? "no"
                        : view.held().reason() + " since " + view.held().since()));
        lines.add("Snapshot: " + orNone(view.snapshot()));
        lines.add("Restarts: " + view.restarts());
        lines.add("Source of the last switch: " + orNone(view.source()));
        lines.add("Own look at the DR domain: " + look(view.drLookup()));
        lines.add("Ready for DR: " + (view.ready() ? "yes" : "no: " + String.join("; ", view.notReady())));
        lines.add(
                "Centre: " + view.centre().outcome() + " since " + view.centre().since());
        lines.add("Last error: " + orNone(view.lastError()));
        view.troubles().forEach(one -> lines.add("Trouble: " + ShownTroubles.line(one)));
        return lines;
    }

    private static String look(DrLookup look) {
        return look == null
                ? "none yet"
                : look.outcome() + " at " + look.at() + (look.detail() == null ? "" : ", " + look.detail());
    }

    private static String orNone(String text) {
        return text == null ? "none" : text;
    }

    private static String agentId(AgentIdentity identity) {
        return identity.enrolment().agentId();
    }

    private static HeldView held(Held held) {
        return new HeldView(held.reason().name(), Instant.ofEpochMilli(held.sinceMillis()));
    }
}
