package io.breakwater.agent.runtime;

import io.breakwater.agent.RunningAgent;
import io.breakwater.agent.disk.AgentHome;
import io.breakwater.agent.operator.OperatorPort;
import io.breakwater.agent.service.Product;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;

/** The agent as this process: started with it, stopped with it. The application brings the {@link Product}. */
@Startup
@ApplicationScoped
public class AgentProcess {
    private final Agent agent;
    private final AgentHome home;

    AgentProcess(AgentConfig config, Product product, MeterRegistry registry) {
        this.agent = new Agent(config, product, Surroundings.of(registry));
        this.home = AgentHome.of(config.home(), product.snapshotLayout());
    }

    @PostConstruct
    void start() {
        try {
            agent.start();
        } catch (IOException e) {
            agent.close();
            throw new IllegalStateException("the agent cannot start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the agent was stopped while it started", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        agent.close();
    }

    @Produces
    @Singleton
    OperatorPort operatorPort() {
        return new OperatorPort(agent.parts(), home);
    }

    @Produces
    @Singleton
    RunningAgent parts() {
        return agent.parts();
    }
}
