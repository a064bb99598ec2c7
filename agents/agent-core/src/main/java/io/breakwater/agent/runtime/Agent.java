package io.breakwater.agent.runtime;

import io.breakwater.agent.RunningAgent;
import io.breakwater.agent.bus.Bus;
import io.breakwater.agent.bus.BusEvents;
import io.breakwater.agent.bus.BusSettings;
import io.breakwater.agent.bus.StatusCounter;
import io.breakwater.agent.disk.HomeLock;
import io.breakwater.agent.disk.HomeTakenException;
import io.breakwater.agent.disk.Seal;
import io.breakwater.agent.disk.TwoCopies;
import io.breakwater.agent.dnslook.DnsLook;
import io.breakwater.agent.evidencefile.EvidenceFile;
import io.breakwater.agent.identity.IdentityStore.Recalled;
import io.breakwater.agent.pace.PacedLoop;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.service.Product;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.words.Words;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A whole agent, started in the order that independence asks for: its disk, its identity from disk, its mode from disk with the service
 * in it, and only then everything that looks outside (I4).
 */
public final class Agent implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Agent.class);

    private final Foundation foundation;
    private final AgentConfig config;
    private final RunningAgent parts;
    private final UpkeepAssembly centreWork;
    private final PacedLoop upkeep;
    private final PacedLoop dnsLook;
    private final BusEvents busEvents;
    private final HomeWatch homeWatch;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    public Agent(AgentConfig config, Product product, Surroundings surroundings) {
        this.foundation = Foundation.lay(config, product, surroundings);
        this.config = config;
        this.parts = foundation.parts();
        this.busEvents = new BusEvents(parts.trust(), parts.keeper(), this::look);
        this.centreWork = UpkeepAssembly.of(foundation, this::trustChanged);
        this.upkeep = new PacedLoop("upkeep", centreWork.upkeep());
        this.homeWatch = new HomeWatch(
                foundation.home(),
                surroundings.disk(),
                new HomeWatch.Kept(centreWork.identities(), parts.trust(), parts.keeper(), this::mendLink),
                parts.troubles(),
                config.disk().checkInterval());
        this.dnsLook = new PacedLoop(
                "dns-look",
                new DnsLook(
                        new DnsLook.Eyes(parts.domain(), parts.look()),
                        parts.trust(),
                        parts.keeper(),
                        foundation.signals(),
                        foundation.dnsSettings()));
    }

    public RunningAgent parts() {
        return parts;
    }

    /**
     * Starts in the mode that the disk says. Whatever is wrong with the home is said and keeps nothing from starting.
     *
     * @throws HomeTakenException when another process works in the home: the only thing that keeps an agent from starting
     */
    public void start() throws HomeTakenException, InterruptedException {
        occupy();
        running.push(foundation.lookups());
        running.push(foundation.centre().http());
        homeWatch.probe();
        prepare();
        recall();
        running.push(parts.service()::stop);
        running.push(parts.keeper());
        parts.keeper().start(config.mode().tick());
        startLoops();
        LOG.infof(
                "%s is up in mode %s",
                foundation.product().serviceName(), parts.keeper().view().mode());
    }

    private void occupy() throws HomeTakenException {
        try {
            foundation.surroundings().disk().ensureDirectory(foundation.home().root());
            running.push(HomeLock.take(foundation.home().root()));
        } catch (HomeTakenException e) {
            throw e;
        } catch (IOException e) {
            LOG.warnf("the home cannot be locked against a second process: %s", Words.of(e));
        }
    }

    /** What an installation left half-way may be in nobody's way: the mode needs none of it. */
    private void prepare() {
        try {
            foundation.store().prepare();
        } catch (IOException e) {
            parts.troubles().raise(Trouble.SNAPSHOT, "the snapshot directories cannot be put in order: " + Words.of(e));
        }
    }

    private void recall() {
        try {
            Recalled recalled = centreWork.joining().recall();
            if (recalled.enrolment().isEmpty()) {
                LOG.info("not enrolled yet: the agent keeps trying");
            } else if (parts.trust().index().isEmpty() && hasSnapshots()) {
                parts.troubles()
                        .also(
                                Trouble.MENDED,
                                "the signed index is gone: what the enrolment brought holds until the next");
            }
            say(recalled);
        } catch (GeneralSecurityException e) {
            parts.troubles().raise(Trouble.IDENTITY, "the identity on disk cannot be used: " + Words.of(e));
        }
    }

    private void say(Recalled recalled) {
        if (!recalled.faults().isEmpty()) {
            Trouble part = recalled.identity().isPresent() ? Trouble.MENDED : Trouble.IDENTITY;
            parts.troubles().also(part, String.join("; ", recalled.faults()));
        }
    }

    private boolean hasSnapshots() {
        try {
            return !foundation.store().names().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private void startLoops() {
        run(dnsLook);
        bus().ifPresent(bus -> {
            running.push(bus);
            bus.start();
        });
        config.evidenceFile()
                .ifPresent(file -> run(new PacedLoop(
                        "evidence-file",
                        new EvidenceFile(
                                new EvidenceFile.Watched(file, config.evidenceFileInterval()),
                                parts.trust(),
                                parts.keeper(),
                                parts.troubles(),
                                foundation.surroundings().clock()))));
        run(upkeep);
        run(new PacedLoop("home-watch", homeWatch));
        run(new PacedLoop("heartbeat", () -> {
            foundation.reporter().changed();
            return config.status().heartbeat();
        }));
    }

    private void run(PacedLoop loop) {
        running.push(loop);
        loop.start();
    }

    private Optional<Bus> bus() {
        AgentConfig.Kafka kafka = config.kafka();
        return kafka.bootstrapServers()
                .map(servers -> new Bus(
                        new BusSettings(servers, kafka.properties(), kafka.timeout(), kafka.maxEventSize()),
                        kafka.retryMax(),
                        new Bus.Incoming(parts.identity(), parts.trust(), busEvents, upkeep::nudge),
                        new Bus.Outgoing(
                                foundation.reporter(),
                                counter(),
                                foundation.surroundings().clock()),
                        foundation.signals()));
    }

    private StatusCounter counter() {
        return new StatusCounter(
                new TwoCopies<>(
                        foundation.home().state().resolve("counter"),
                        Seal.TEXT,
                        StatusCounter::read,
                        foundation.surroundings().disk()),
                foundation.surroundings().clock());
    }

    private List<String> mendLink() {
        Optional<String> serving = parts.service().running().map(Generation::snapshot);
        return foundation.installed().mend(serving);
    }

    private void look() {
        dnsLook.nudge();
    }

    private void trustChanged() {
        parts.keeper().trustChanged();
        dnsLook.nudge();
        busEvents.again();
    }

    /** Stops everything, in the reverse order. What cannot be stopped is logged; the rest stops all the same. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            try (AutoCloseable next = running.pop()) {
                LOG.debugf("stopping %s", next);
            } catch (Exception e) {
                LOG.warn("a part of the agent did not stop properly", e);
            }
        }
    }
}
