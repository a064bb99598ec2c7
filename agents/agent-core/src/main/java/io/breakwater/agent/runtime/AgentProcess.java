package io.breakwater.agent.runtime;

import io.breakwater.agent.RunningAgent;
import io.breakwater.agent.disk.AgentHome;
import io.breakwater.agent.disk.HomeTakenException;
import io.breakwater.agent.operator.OperatorPort;
import io.breakwater.agent.service.Product;
import io.breakwater.agent.words.Words;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** The agent as this process: started with it, stopped with it. The application brings the {@link Product}. */
@Startup
@ApplicationScoped
public class AgentProcess {
    private static final Logger LOG = Logger.getLogger(AgentProcess.class);

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
        } catch (HomeTakenException e) {
            agent.close();
            LOG.errorf("the agent does not start: %s", Words.of(e));
            Quarkus.asyncExit(1);
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
