package io.breakwater.agent.service;

import io.breakwater.activation.Mode;
import io.breakwater.agent.centre.CentreGate;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The service. A restart stops the running generation, cuts the centre off (ACTIVE) or lets it in again, and starts the next generation
 * with what it may serve in that mode. Only the mode keeper's thread restarts it; any thread may look.
 */
public final class AgentService {
    private static final Logger LOG = Logger.getLogger(AgentService.class);

    private final Product product;
    private final CentreGate gate;
    private final Clock clock;
    private volatile Optional<Generation> running = Optional.empty();
    private long starts;

    public AgentService(Product product, CentreGate gate, Clock clock) {
        this.product = product;
        this.gate = gate;
        this.clock = clock;
    }

    /** The running generation; empty before the first start and while it restarts. */
    public Optional<Generation> running() {
        return running;
    }

    public Product product() {
        return product;
    }

    /**
     * Stops and starts.
     *
     * @param loaded the installed snapshot's content; empty when the agent has none yet: then nothing is served
     */
    public Generation restart(Mode mode, Optional<LoadedSnapshot> loaded) {
        Optional<Generation> before = running;
        stayDown(mode);
        Generation next = generation(mode, loaded);
        running = Optional.of(next);
        say(before, next);
        return next;
    }

    /** Stops without a next generation, because there is nothing to start it with; the centre is cut off (ACTIVE) or let in again. */
    public void stayDown(Mode mode) {
        stop();
        if (mode == Mode.ACTIVE) {
            gate.close();
        } else {
            gate.open();
        }
    }

    /** Stops without a next generation: the agent is shutting down. */
    public void stop() {
        running.ifPresent(
                generation -> LOG.infof("%s: generation %d stops", product.serviceName(), generation.number()));
        running = Optional.empty();
    }

    private Generation generation(Mode mode, Optional<LoadedSnapshot> loaded) {
        List<ApplicationSegmentConf> segments = loaded.map(LoadedSnapshot::configuration)
                .map(mode == Mode.NORMAL ? Configuration::segments : Configuration::drSegments)
                .orElse(List.of());
        return new Generation(
                ++starts,
                mode,
                clock.instant(),
                loaded.map(LoadedSnapshot::name).orElse(null),
                loaded.map(LoadedSnapshot::sequence).orElse(null),
                segments,
                loaded.map(LoadedSnapshot::configuration).orElse(null));
    }

    private void say(Optional<Generation> before, Generation next) {
        Mode was = before.map(Generation::mode).orElse(null);
        if (next.mode() == Mode.ACTIVE && was != Mode.ACTIVE) {
            LOG.info("DR mode is activated!");
        } else if (next.mode() == Mode.TEST && was != Mode.TEST) {
            LOG.info("DR test mode is activated!");
        } else if (next.mode() == Mode.NORMAL && (was == Mode.ACTIVE || was == Mode.TEST)) {
            LOG.info("DR mode is deactivated: back to normal.");
        }
        LOG.infof(
                "%s: generation %d serves %d application segments in mode %s from %s",
                product.serviceName(),
                next.number(),
                next.segments().size(),
                next.mode(),
                next.snapshot() == null ? "no snapshot" : next.snapshot());
    }
}
