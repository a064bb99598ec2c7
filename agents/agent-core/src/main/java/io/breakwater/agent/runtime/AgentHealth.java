package io.breakwater.agent.runtime;

import io.breakwater.agent.RunningAgent;
import io.breakwater.agent.operator.DrReadiness;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Health: whether the process is well depends neither on the bus nor on the centre nor on DNS. Whether the agent could do its work in a
 * disaster, which takes its own look at DNS, is the group {@code dr} ({@code /q/health/group/dr}).
 */
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

    /** Nothing keeps the agent from switching and serving by itself. */
    @Produces
    @HealthGroup("dr")
    @Singleton
    HealthCheck isReadyForDr() {
        return () -> {
            List<String> missing = DrReadiness.missing(parts);
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("ready-for-dr").status(missing.isEmpty());
            return missing.isEmpty()
                    ? response.build()
                    : response.withData("missing", String.join("; ", missing)).build();
        };
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
