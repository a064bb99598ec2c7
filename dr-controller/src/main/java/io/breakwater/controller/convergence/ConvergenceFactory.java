package io.breakwater.controller.convergence;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Makes comparisons with the limits of the settings, as of now. Stateless. */
@Singleton
class ConvergenceFactory {
    private final ConvergenceConfig config;
    private final Clock clock;

    ConvergenceFactory(ConvergenceConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Convergence of(Convergence.Target target, Map<String, Instant> acknowledgedAt) {
        return new Convergence(target, acknowledgedAt, config.lateAfter(), config.duplicateShownFor(), clock.instant());
    }
}
