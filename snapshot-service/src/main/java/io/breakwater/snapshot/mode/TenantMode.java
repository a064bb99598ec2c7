package io.breakwater.snapshot.mode;

import io.breakwater.activation.Mode;
import io.breakwater.contracts.event.ReplayView;

/**
 * A tenant's mode.
 *
 * @param sequence of the state that told of it; 0 when none ever did
 * @param replay what was applied before, or null
 */
public record TenantMode(String customerId, Mode mode, long sequence, ReplayView replay) {

    /** Before anything was told. */
    static TenantMode initial(String customerId) {
        return new TenantMode(customerId, Mode.NORMAL, 0, null);
    }
}
