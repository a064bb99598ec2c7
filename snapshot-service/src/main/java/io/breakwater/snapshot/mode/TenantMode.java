package io.breakwater.snapshot.mode;

import io.breakwater.activation.Mode;
import io.breakwater.contracts.event.ReplayView;

/**
 * A tenant's mode now.
 *
 * @param replay what evidence showed to have been applied, or null; never ahead of the clock
 */
public record TenantMode(String customerId, Mode mode, ReplayView replay) {}
