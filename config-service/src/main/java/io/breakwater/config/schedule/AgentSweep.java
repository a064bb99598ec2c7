package io.breakwater.config.schedule;

import io.breakwater.config.agent.ConnectorService;
import io.breakwater.config.agent.EdgeService;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.outbox.FreshContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks from time to time for agents that a schedule deletes. Each tenant's in transactions of their own; what fails waits for the next look. */
@Singleton
class AgentSweep {
    private static final Logger LOG = Logger.getLogger(AgentSweep.class);

    private final Vertx vertx;
    private final SweepConfig config;
    private final SilentAgents silentAgents;
    private final ConnectorService connectors;
    private final EdgeService edges;

    private volatile long timer = -1;

    AgentSweep(
            Vertx vertx,
            SweepConfig config,
            SilentAgents silentAgents,
            ConnectorService connectors,
            EdgeService edges) {
        this.vertx = vertx;
        this.config = config;
        this.silentAgents = silentAgents;
        this.connectors = connectors;
        this.edges = edges;
    }

    void start(@Observes StartupEvent event) {
        next();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void next() {
        timer = vertx.setTimer(config.interval().toMillis(), fired -> sweep());
    }

    private void sweep() {
        FreshContext.run(vertx, silentAgents::find)
                .chain(this::deleteAll)
                .onItemOrFailure()
                .invoke((done, failure) -> {
                    if (failure != null) {
                        LOG.warnf("Agents out of touch could not be looked for: %s", failure);
                    }
                    next();
                })
                .subscribe()
                .with(done -> LOG.debug("looked for agents out of touch"), failure -> LOG.debug("told already"));
    }

    private Uni<Void> deleteAll(List<SilentAgent> agents) {
        return Multi.createFrom()
                .iterable(agents)
                .onItem()
                .transformToUniAndConcatenate(this::delete)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> delete(SilentAgent agent) {
        CustomerScope scope = new CustomerScope(agent.customerId());
        List<String> id = List.of(Long.toString(agent.id()));
        return FreshContext.run(
                        vertx,
                        () -> agent.kind() == AgentKind.APP_CONNECTOR
                                ? connectors.deleteSilent(scope, id)
                                : edges.deleteSilent(scope, id))
                .invoke(() -> LOG.infof(
                        "Agent %d of customer %d was out of touch for too long: deleted by its schedule",
                        agent.id(), agent.customerId()))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Agent %d of customer %d stays for now: %s", agent.id(), agent.customerId(), failure);
                    return null;
                });
    }
}
