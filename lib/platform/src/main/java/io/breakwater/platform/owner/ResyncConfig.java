package io.breakwater.platform.owner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When copies of what another service owns are compared with it. */
@ConfigMapping(prefix = "breakwater.resync")
public interface ResyncConfig {
    /** Time between two runs when nothing is in doubt; shortened at random by up to a fifth. */
    @WithDefault("PT30S")
    Duration every();

    /** Least time between two runs, however much is in doubt. */
    @WithDefault("PT2S")
    Duration gap();

    /** For one run; then it is given up and counts as failed. */
    @WithDefault("PT2M")
    Duration atMost();

    /** Wait after a failed run; doubles with each, up to the time between two runs, shortened at random by up to a half. */
    @WithDefault("PT1S")
    Duration initialBackOff();

    /** People who may wait for a run that they asked for. */
    @WithDefault("32")
    int waiting();
}
