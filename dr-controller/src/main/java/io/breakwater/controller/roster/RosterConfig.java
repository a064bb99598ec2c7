package io.breakwater.controller.roster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How config-service is asked about single agents. */
@ConfigMapping(prefix = "breakwater.roster")
public interface RosterConfig {
    /** An agent with an unknown key is asked about at most once in this time. */
    @WithDefault("PT10S")
    Duration askAgainAfter();

    /** Questions about single agents in a second; what comes beyond counts as unknown. */
    @WithDefault("20")
    int asksPerSecond();

    /** Agents of which it is remembered that they were asked about. */
    @WithDefault("10000")
    long asksRemembered();
}
