package io.breakwater.snapshot.mode;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of something that was told.
 *
 * @param doubt why the owner is to be asked, or nothing
 */
public record ModeChange(TenantMode before, TenantMode after, Optional<ModeDoubt> doubt) {

    public boolean ofMode() {
        return before.mode() != after.mode();
    }

    /** Whether indexes say something else from now on, or may be published again. */
    public boolean isSeen() {
        return ofMode() || !Objects.equals(before.replay(), after.replay());
    }
}
