package io.breakwater.agent.runtime;

import io.breakwater.agent.RunningAgent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Health: none of it depends on the bus, on the centre or on DNS. */
@Singleton
class AgentHealth {
    private final RunningAgent parts;

    AgentHealth(RunningAgent parts) {
        this.parts = parts;
    }

    /** The mode keeper's thread comes round. */
    @Produces
    @Liveness
    @Singleton
    HealthCheck modeKeeperTicks() {
        return () -> check("mode-keeper", parts.keeper().isAlive());
    }

    /** The service is up in some mode. */
    @Produces
    @Readiness
    @Singleton
    HealthCheck serviceRuns() {
        return () -> check("service", parts.service().running().isPresent());
    }

    /** The last mode is resumed. */
    @Produces
    @Startup
    @Singleton
    HealthCheck modeIsResumed() {
        return () -> check("mode-resumed", parts.keeper().isResumed());
    }

    private static HealthCheckResponse check(String name, boolean up) {
        return HealthCheckResponse.named(name).status(up).build();
    }
}
