package io.breakwater.config.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How agents are looked for that schedules delete. */
@ConfigMapping(prefix = "breakwater.agent-sweep")
public interface SweepConfig {
    /** How often. */
    @WithDefault("PT10M")
    Duration interval();

    /** A longer time without a look starts the count anew: agents could not be in touch with a service that was not there. */
    @WithDefault("PT1H")
    Duration longestGap();
}
