package io.breakwater.controller.timer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How timers are kept. */
@ConfigMapping(prefix = "breakwater.timer")
public interface TimerConfig {
    /** Looks for the next timer this often even when nothing tells of one. */
    @WithDefault("PT15S")
    Duration pollInterval();

    /** Wait after a failure of the database. */
    @WithDefault("PT1S")
    Duration retryAfter();

    /** Tenants woken in one go. */
    @WithDefault("100")
    int batchSize();
}
