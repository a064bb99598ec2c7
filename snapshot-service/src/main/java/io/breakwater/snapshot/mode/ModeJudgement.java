package io.breakwater.snapshot.mode;

import java.util.Optional;

/**
 * What follows from what was told.
 *
 * @param mode to be kept; the one before when nothing was believed
 * @param doubt why the owner is to be asked, or nothing
 */
record ModeJudgement(KnownMode mode, Optional<ModeDoubt> doubt) {
    static ModeJudgement of(KnownMode mode) {
        return new ModeJudgement(mode, Optional.empty());
    }

    static ModeJudgement doubt(KnownMode mode, ModeDoubt doubt) {
        return new ModeJudgement(mode, Optional.of(doubt));
    }
}
