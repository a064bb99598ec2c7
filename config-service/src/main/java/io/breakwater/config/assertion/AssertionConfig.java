package io.breakwater.config.assertion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is remembered of assertions that were used. */
@ConfigMapping(prefix = "breakwater.assertions")
public interface AssertionConfig {
    /** Assertions of one client or agent that are remembered at a time. Whoever has used that many waits until some are over. */
    @WithDefault("1000")
    int mostOfOne();

    /** How often those that are over are forgotten. */
    @WithDefault("PT1M")
    Duration sweepInterval();
}
