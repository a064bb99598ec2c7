package io.breakwater.controller.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.state.DrState;
import io.breakwater.activation.state.Upcoming;
import io.breakwater.contracts.event.DrObserved.AuthorityAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A tenant's DR state for reading.
 *
 * @param state {@code NORMAL}, {@code SCHEDULED}, {@code TESTING} or {@code ACTIVE}
 * @param mode {@code NORMAL}, {@code TEST} or {@code ACTIVE}
 * @param identity of the activation in force, or null; @param t its start; @param x its end, epoch seconds
 * @param appliedIdentity of the activation that was applied last, also after its end, or null
 * @param since when the mode became what it is
 * @param held why the last look changed nothing, or null
 * @param upcoming what is announced, or null
 * @param sequence of the state
 * @param nextTimer when the clock alone will change something, or null
 * @param damped changes that switch nothing and were kept back because they came too often
 * @param lastObserved what was seen last, with our own verdict, or null
 */
public record DrStateView(
        String customerId,
        String domain,
        String state,
        String mode,
        String identity,
        Long t,
        Long x,
        String appliedIdentity,
        Instant since,
        HeldView held,
        UpcomingView upcoming,
        long sequence,
        Instant nextTimer,
        DampedView damped,
        LookView lastObserved) {

    /** How many changes were kept back in all, and whether the last look is one of them. */
    public record DampedView(long suppressed, boolean pending) {}

    /** Why and since when the mode is kept although the record does not say so. */
    public record HeldView(String reason, Instant since) {}

    /** An activation that starts later. */
    public record UpcomingView(String mode, String identity, Long t, Long x) {}

    /** The last look. */
    public record LookView(
            String domain,
            Instant seenAt,
            String trigger,
            Long ttlSeconds,
            String verdict,
            String reason,
            List<String> warnings,
            List<List<String>> rrset,
            List<AuthorityAnswer> answers) {}

    static DrStateView of(TenantState tenant, String domain) {
        DrState state = tenant.state();
        Optional<Activation> inForce = state.activation();
        return new DrStateView(
                tenant.customerId(),
                domain,
                TenantState.nameOf(state),
                state.mode().name(),
                inForce.map(Activation::identity).orElse(null),
                inForce.map(Activation::t).orElse(null),
                inForce.map(Activation::x).orElse(null),
                tenant.replay(domain).lastIdentity(),
                Instant.ofEpochMilli(state.sinceMillis()),
                state.held()
                        .map(held -> new HeldView(held.reason().name(), Instant.ofEpochMilli(held.sinceMillis())))
                        .orElse(null),
                state.upcoming()
                        .map(Upcoming::activation)
                        .map(DrStateView::upcoming)
                        .orElse(null),
                tenant.sequence(),
                tenant.nextTimer(),
                new DampedView(tenant.damping().suppressed(), tenant.damping().pending()),
                tenant.lastLook() == null ? null : look(tenant.lastLook()));
    }

    private static UpcomingView upcoming(Activation next) {
        return new UpcomingView(next.mode().name(), next.identity(), next.t(), next.x());
    }

    private static LookView look(LastLook look) {
        LastLook.Judged judged = look.judged();
        return new LookView(
                look.domain(),
                look.seenAt(),
                look.trigger(),
                look.ttlSeconds(),
                judged == null ? null : judged.verdict(),
                judged == null ? null : judged.reason(),
                judged == null ? List.of() : judged.warnings(),
                look.rrset(),
                look.answers());
    }
}
