package io.breakwater.platform.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are consumed and published. */
@ConfigMapping(prefix = "breakwater.events")
public interface EventsConfig {
    /** The CloudEvents source of what this service publishes. */
    @WithDefault("/${quarkus.application.name:breakwater}")
    String source();

    Retry retry();

    /** How failed work is repeated. */
    interface Retry {
        /** Wait before the second try; doubles with each try. Each wait is shortened at random by up to a half. */
        @WithDefault("PT0.05S")
        Duration initialBackOff();

        /** The longest wait. */
        @WithDefault("PT2S")
        Duration maxBackOff();

        /** Tries of work that fails without our knowing why, before its event goes to the dead-letter topic. */
        @WithDefault("8")
        int attempts();
    }
}
