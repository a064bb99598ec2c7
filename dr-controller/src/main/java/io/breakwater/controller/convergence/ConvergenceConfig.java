package io.breakwater.controller.convergence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an agent counts as late or doubtful. */
@ConfigMapping(prefix = "breakwater.convergence")
public interface ConvergenceConfig {
    /** An agent that has not acknowledged an activation this long after it could is late. */
    @WithDefault("PT60S")
    Duration lateAfter();

    /** A superseded boot that still speaks this long after the newer one started is a second process with the same certificate. */
    @WithDefault("PT5S")
    Duration supersededGrace();

    /** How far an agent's clock may be ahead of ours; what it says from further ahead is refused. */
    @WithDefault("PT5M")
    Duration mostAhead();

    /** How long a certificate counts as used twice after the last sign of it. */
    @WithDefault("PT10M")
    Duration duplicateShownFor();
}
