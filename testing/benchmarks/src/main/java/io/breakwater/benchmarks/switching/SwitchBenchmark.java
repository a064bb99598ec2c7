package io.breakwater.benchmarks.switching;

import io.breakwater.activation.Evaluator;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.benchmarks.bus.Arrivals;
import io.breakwater.benchmarks.bus.Arrivals.Arrival;
import io.breakwater.benchmarks.report.Report;
import io.breakwater.benchmarks.report.Samples;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.Topics;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.Progress;
import io.breakwater.local.SuiteOptions;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.zone.ActivationZone;
import io.breakwater.local.zone.ZoneLocation;
import io.breakwater.testsupport.dns.BindServer;
import io.breakwater.testsupport.dns.DnsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Changes the record on BIND many times and measures, after some changes to warm up, from the moment before the update is sent, when the verdict event is at a consumer
 * and when each agent has acknowledged. The update's own round trip, which is in each of them, is the floor.
 */
public final class SwitchBenchmark {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WARM_UP = 8;
    private static final Mode[] MODES = {Mode.ACTIVE, Mode.NORMAL, Mode.TEST, Mode.NORMAL};

    private final int changes;
    private Samples update = new Samples();
    private Samples event = new Samples();
    private final Map<String, Samples> acknowledgements = new TreeMap<>();
    private Samples everybody = new Samples();
    private final SignatureCost signatures = new SignatureCost();

    public SwitchBenchmark(int changes) {
        this.changes = changes;
    }

    /** Runs in that directory, which must be empty. */
    public Report run(Path directory) throws IOException, InterruptedException {
        List<DnsServer> started = new ArrayList<>();
        SuiteOptions options = SuiteOptions.in(directory).onFreePorts().withZone(watcher -> {
            if (started.isEmpty()) {
                started.add(BindServer.start(ZoneLocation.LOCAL_ORIGIN, Optional.of(watcher)));
            }
            DnsServer bind = started.get(0);
            return new ZoneLocation(bind.address(), ZoneLocation.LOCAL_ORIGIN, Optional.of(bind.updateKey()));
        });
        try (LocalSuite suite = LocalSuite.of(options)) {
            suite.start(Progress.SILENT);
        }
        try (LocalSuite suite = LocalSuite.of(options)) {
            long from = System.nanoTime();
            suite.start(Progress.SILENT);
            double healthySeconds = (System.nanoTime() - from) / 1e9;
            measure(suite);
            return report(suite, healthySeconds);
        } finally {
            started.forEach(DnsServer::close);
        }
    }

    private void measure(LocalSuite suite) throws InterruptedException {
        ActivationZone zone = suite.activation();
        Random random = new Random(changes);
        long start = Instant.now().getEpochSecond() - changes - 1;
        try (Arrivals arrivals = new Arrivals(suite.kafkaBootstrapServers(), Topics.DR_OBSERVED, Topics.AGENT_STATUS)) {
            for (int change = -WARM_UP; change < changes; change++) {
                long t = start + change;
                Rrset rrset = zone.signed(MODES[Math.floorMod(change, MODES.length)], t, t + 86_400);
                one(suite, zone, arrivals, rrset, t);
                if (change == -1) {
                    forget();
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200 + random.nextInt(300)));
            }
        }
    }

    private void one(LocalSuite suite, ActivationZone zone, Arrivals arrivals, Rrset rrset, long t)
            throws InterruptedException {
        String identity = identity(zone, rrset, t);
        Set<String> waiting = new HashSet<>();
        suite.agents().stream().map(AgentSpec::name).forEach(waiting::add);
        boolean seen = false;
        long before = System.nanoTime();
        long deadline = before + PATIENCE.toNanos();
        zone.publish(rrset);
        update.add(System.nanoTime() - before);
        long last = before;
        while (!seen || !waiting.isEmpty()) {
            Arrival arrival = arrivals.next(PATIENCE);
            if (arrival == null || arrival.nanos() > deadline) {
                throw new IllegalStateException("no answer to the change with t=" + t + " from " + waiting);
            }
            if (!seen && isVerdictOn(arrival, identity)) {
                event.add(arrival.nanos() - before);
                signatures.measure(arrival.record());
                seen = true;
            }
            Optional<String> agent = acknowledgedBy(arrival, identity).filter(waiting::remove);
            if (agent.isPresent()) {
                acknowledgements
                        .computeIfAbsent(agent.get(), name -> new Samples())
                        .add(arrival.nanos() - before);
                last = arrival.nanos();
            }
        }
        everybody.add(last - before);
    }

    /** What was measured to warm up does not count. */
    private void forget() {
        update = new Samples();
        event = new Samples();
        acknowledgements.clear();
        everybody = new Samples();
        signatures.forget();
    }

    private static String identity(ActivationZone zone, Rrset rrset, long now) {
        return Evaluator.evaluate(
                        rrset, zone.domain(), List.of(zone.keys().publicKey()), Policy.DEFAULT, ReplayState.EMPTY, now)
                .verdict()
                .activation()
                .orElseThrow()
                .identity();
    }

    private static boolean isVerdictOn(Arrival arrival, String identity) {
        return arrival.record().topic().equals(Topics.DR_OBSERVED)
                && identity.equals(read(arrival, DrObserved.class).verdict().identity());
    }

    private static Optional<String> acknowledgedBy(Arrival arrival, String identity) {
        if (!arrival.record().topic().equals(Topics.AGENT_STATUS)) {
            return Optional.empty();
        }
        AgentStatus status = read(arrival, AgentStatus.class);
        return Optional.of(status.name()).filter(name -> identity.equals(status.identity()));
    }

    private static <T> T read(Arrival arrival, Class<T> type) {
        try {
            return EventCodec.mapper().readValue(arrival.record().value(), type);
        } catch (IOException e) {
            throw new IllegalStateException("not a " + type.getSimpleName(), e);
        }
    }

    /** Before an agent acts there is one signature and one verification: what is left without them is the floor. */
    private double withSignatures() {
        double all = everybody.millis(50);
        return all
                / (all
                        - signatures.signing().millis(50)
                        - signatures.verifying().millis(50));
    }

    private Report report(LocalSuite suite, double healthySeconds) {
        Report report = new Report("switch")
                .latency("update sent -> BIND has acknowledged it (floor)", update)
                .latency("update sent -> verdict event at a consumer", event);
        acknowledgements.forEach((name, samples) -> report.latency("update sent -> acknowledged by " + name, samples));
        report.latency("update sent -> acknowledged by all", everybody);
        report.latency("signing that observation, measured here", signatures.signing())
                .latency("verifying it, measured here", signatures.verifying())
                .figure("acknowledged by all, times the same without both at p50", withSignatures(), "x");
        report.figure("suite healthy, second start", healthySeconds, "s");
        for (String name : suite.names()) {
            report.figure("start of " + name, suite.startTime(name).toMillis() / 1e3, "s");
            suite.residentMemory(name)
                    .ifPresent(octets -> report.figure("memory of " + name, octets / 1048576.0, "MiB"));
        }
        return report;
    }
}
