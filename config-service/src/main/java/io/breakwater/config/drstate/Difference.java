package io.breakwater.config.drstate;

import io.breakwater.contracts.event.DrStateChanged;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of the owner that tells of something else than what is kept.
 *
 * @param kept sequence of what is kept
 */
record Difference(long customer, DrStateChanged state, long kept) {
    /** Nothing for a tenant that there is not. */
    static Optional<Difference> between(DrStateChanged state, Map<Long, StateStore.Brief> known) {
        return DrStateService.customer(state)
                .filter(known::containsKey)
                .filter(id -> !known.get(id).says(state))
                .map(id -> new Difference(id, state, known.get(id).sequence()));
    }

    boolean isBackwards() {
        return state.sequence() < kept;
    }
}
