package io.breakwater.config.drstate;

import java.util.Optional;

/**
 * What became of what was told.
 *
 * @param changed whether something else is kept now
 * @param doubt why it is not believed as it stands, or nothing
 */
record Outcome(boolean changed, Optional<Doubt> doubt) {
    /** Nothing was there to judge. */
    static final Outcome NOTHING = new Outcome(false, Optional.empty());
}
