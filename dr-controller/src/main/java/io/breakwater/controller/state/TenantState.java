package io.breakwater.controller.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.state.Active;
import io.breakwater.activation.state.DrState;
import io.breakwater.activation.state.Evidence;
import io.breakwater.activation.state.Scheduled;
import io.breakwater.activation.state.Testing;
import io.breakwater.activation.state.Upcoming;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that is stored of a tenant.
 *
 * @param sequence grows by one with each change of {@code state}
 * @param replays what was applied before, by domain
 * @param lastLook or null before the first
 * @param denial the row of denials that goes on, or null
 * @param nextTimer when to decide again without an event, or null
 */
record TenantState(
        String customerId,
        long sequence,
        DrState state,
        Map<String, ReplayState> replays,
        LastLook lastLook,
        Denial denial,
        Instant nextTimer) {

    TenantState {
        replays = Map.copyOf(replays);
    }

    static TenantState initial(String customerId, Instant now) {
        return new TenantState(customerId, 0, DrState.initial(now.toEpochMilli()), Map.of(), null, null, null);
    }

    ReplayState replay(String domain) {
        return domain == null ? ReplayState.EMPTY : replays.getOrDefault(domain, ReplayState.EMPTY);
    }

    /** The same, after that look. */
    TenantState looked(LastLook look, Denial row) {
        return new TenantState(customerId, sequence, state, replays, look, row, nextTimer);
    }

    /** The same, in another state: the next of the sequence. */
    TenantState changed(DrState next, String domain, ReplayState replay, Instant timer) {
        Map<String, ReplayState> all = new HashMap<>(replays);
        if (domain != null) {
            all.put(domain, replay);
        }
        return new TenantState(customerId, sequence + 1, next, all, lastLook, denial, timer);
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
}
