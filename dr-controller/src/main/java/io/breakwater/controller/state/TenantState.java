package io.breakwater.controller.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.state.Active;
import io.breakwater.activation.state.DrState;
import io.breakwater.activation.state.DrStateMachine;
import io.breakwater.activation.state.Evidence;
import io.breakwater.activation.state.Scheduled;
import io.breakwater.activation.state.Testing;
import io.breakwater.activation.state.Upcoming;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All that is stored of a tenant.
 *
 * @param sequence grows by one with each change of {@code state}
 * @param replays what was applied before, by domain
 * @param lastLook or null before the first
 * @param denial the row of denials that goes on, or null
 * @param nextTimer when to decide again without an event, or null
 * @param proof the record set that last showed what the mode is, also when it has ended; null before, and after an end without a record
 * @param damping of changes that switch nothing
 */
record TenantState(
        String customerId,
        long sequence,
        DrState state,
        Map<String, ReplayState> replays,
        LastLook lastLook,
        Denial denial,
        Instant nextTimer,
        Evidence proof,
        Damping damping) {

    /** Domains whose replay state is kept; of more, those whose last activation started first are forgotten. */
    static final int MOST_DOMAINS = 32;

    TenantState {
        replays = Map.copyOf(replays);
    }

    static TenantState initial(String customerId, Instant now) {
        return new TenantState(
                customerId, 0, DrState.initial(now.toEpochMilli()), Map.of(), null, null, null, null, Damping.NONE);
    }

    ReplayState replay(String domain) {
        return domain == null ? ReplayState.EMPTY : replays.getOrDefault(domain, ReplayState.EMPTY);
    }

    /** The same, after that look. */
    TenantState looked(LastLook look, Denial row) {
        return new TenantState(customerId, sequence, state, replays, look, row, nextTimer, proof, damping);
    }

    /** The same, in another state: the next of the sequence. */
    TenantState changed(DrState next, String domain, ReplayState replay, Instant timer) {
        Map<String, ReplayState> all = new HashMap<>(replays);
        if (domain != null) {
            all.put(domain, replay);
        }
        while (all.size() > MOST_DOMAINS) {
            all.remove(oldest(all, domain));
        }
        return new TenantState(customerId, sequence + 1, next, all, lastLook, denial, timer, proof, damping.settled());
    }

    /** The same, with a state and a replay state that were found again. What was counted of denials is gone. */
    TenantState rebuilt(DrState found, String domain, ReplayState replay, Instant timer) {
        Map<String, ReplayState> all = domain == null ? Map.of() : Map.of(domain, replay);
        return new TenantState(customerId, sequence, found, all, lastLook, null, timer, null, Damping.NONE);
    }

    private static String oldest(Map<String, ReplayState> replays, String kept) {
        return replays.keySet().stream()
                .filter(one -> !one.equals(kept))
                .min(Comparator.<String, Long>comparing(one ->
                                Objects.requireNonNullElse(replays.get(one).lastT(), Long.MIN_VALUE))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    TenantState provenBy(Evidence evidence) {
        return new TenantState(customerId, sequence, state, replays, lastLook, denial, nextTimer, evidence, damping);
    }

    TenantState damped(Damping other) {
        return new TenantState(customerId, sequence, state, replays, lastLook, denial, nextTimer, proof, other);
    }

    /** The same, with what was seen last kept back until then. */
    TenantState keptBack(Instant until) {
        Instant timer = nextTimer == null || until.isBefore(nextTimer) ? until : nextTimer;
        return new TenantState(
                customerId, sequence, state, replays, lastLook, denial, timer, proof, damping.keptBack());
    }

    /** The same, under that number. */
    TenantState numbered(long number) {
        return new TenantState(customerId, number, state, replays, lastLook, denial, nextTimer, proof, damping);
    }

    /** The same, with nothing kept back. */
    TenantState settled() {
        return damping.pending()
                ? new TenantState(
                        customerId,
                        sequence,
                        state,
                        replays,
                        lastLook,
                        denial,
                        DrStateMachine.nextTimer(state),
                        proof,
                        damping.settled())
                : this;
    }

    /** {@code NORMAL}, {@code SCHEDULED}, {@code TESTING} or {@code ACTIVE}. */
    static String nameOf(DrState state) {
        if (state instanceof Active) {
            return "ACTIVE";
        }
        if (state instanceof Testing) {
            return "TESTING";
        }
        return state instanceof Scheduled ? "SCHEDULED" : "NORMAL";
    }

    /** In force, else announced. */
    Optional<Activation> activation() {
        return state.activation().or(() -> state.upcoming().map(Upcoming::activation));
    }

    /** What that activation was read from. */
    Optional<Evidence> evidence() {
        return state.evidence().or(() -> state.upcoming().map(Upcoming::evidence));
    }

    /**
     * The records by which everybody can verify the state with keys of his own: of the activation in force; of the one that ended the
     * mode, together with what is announced; empty before the first one, and when DR ended because its record was denied.
     */
    Optional<Rrset> shown() {
        Optional<Rrset> ended = Optional.ofNullable(proof).map(Evidence::rrset);
        Optional<Rrset> announced =
                state.upcoming().map(upcoming -> upcoming.evidence().rrset());
        if (state.evidence().isPresent() || ended.isEmpty()) {
            return evidence().map(Evidence::rrset);
        }
        return announced.map(next -> together(ended.get(), next)).or(() -> ended);
    }

    private static Rrset together(Rrset ended, Rrset announced) {
        Set<List<String>> records = new LinkedHashSet<>(announced.toLatin1());
        records.addAll(ended.toLatin1());
        return Rrset.ofLatin1(List.copyOf(records));
    }
}
