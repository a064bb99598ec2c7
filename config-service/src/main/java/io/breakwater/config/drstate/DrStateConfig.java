package io.breakwater.config.drstate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What this service believes of a tenant's DR state. */
@ConfigMapping(prefix = "breakwater.dr-state")
public interface DrStateConfig {
    /** By how much the sequence of an event may differ from the one that is known. Beyond it dr-controller is asked itself. */
    @WithDefault("1000")
    long largestJump();

    /** How far the clocks of the services may lie apart: an activation that starts that soon counts as started. */
    @WithDefault("PT5S")
    Duration clockTolerance();

    /** How often it is looked for activations that begin or end by the clock. */
    @WithDefault("PT1S")
    Duration lookInterval();
}
