package io.breakwater.config.drstate;

import java.util.Optional;

/**
 * What follows from what was told.
 *
 * @param state to be kept; the one before when nothing was believed
 * @param doubt why the owner is to be asked, or nothing
 */
record Judgement(StoredState state, Optional<Doubt> doubt) {
    static Judgement of(StoredState state) {
        return new Judgement(state, Optional.empty());
    }

    static Judgement doubt(StoredState state, Doubt doubt) {
        return new Judgement(state, Optional.of(doubt));
    }
}
