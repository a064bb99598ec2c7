package io.breakwater.snapshot.mode;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is believed of a tenant's mode. */
@ConfigMapping(prefix = "breakwater.snapshot.mode")
public interface ModeConfig {
    /** By how much the sequence of an event may differ from the one that is known. Beyond it dr-controller is asked itself. */
    @WithDefault("1000")
    long largestJump();

    /** How far the clocks of the services may lie apart: an activation that starts that soon counts as started. */
    @WithDefault("PT5S")
    Duration clockTolerance();

    /** Record sets of which the verified content is remembered; fewer when they are large. */
    @WithDefault("2000")
    int evaluationsRemembered();
}
