package io.breakwater.agent.runtime;

import io.breakwater.agent.RunningAgent;
import io.breakwater.agent.centre.Boot;
import io.breakwater.agent.disk.AgentHome;
import io.breakwater.agent.dnslook.DnsSettings;
import io.breakwater.agent.dnslook.DrDomain;
import io.breakwater.agent.dnslook.OwnLook;
import io.breakwater.agent.mode.ModeKeeper;
import io.breakwater.agent.mode.ModeStateFile;
import io.breakwater.agent.mode.ServiceSwitch;
import io.breakwater.agent.service.AgentService;
import io.breakwater.agent.service.Product;
import io.breakwater.agent.snapshot.InstalledSnapshot;
import io.breakwater.agent.snapshot.SnapshotLimits;
import io.breakwater.agent.snapshot.SnapshotStore;
import io.breakwater.agent.status.AgentMetrics;
import io.breakwater.agent.status.Signals;
import io.breakwater.agent.status.StatusReporter;
import io.breakwater.agent.status.Troubles;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.agent.upkeep.CentreContact;
import io.breakwater.agent.upkeep.IdentityHolder;
import io.breakwater.dns.DnsLookupSettings;
import io.breakwater.dns.DnsLookups;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;

/** The parts that the others are built on. Nothing in it runs yet. */
record Foundation(
        AgentConfig config,
        Product product,
        Surroundings surroundings,
        AgentHome home,
        CentreLink centre,
        SnapshotStore store,
        InstalledSnapshot installed,
        DnsLookups lookups,
        DnsSettings dnsSettings,
        StatusReporter reporter,
        Signals signals,
        RunningAgent parts) {

    static Foundation lay(AgentConfig config, Product product, Surroundings surroundings) {
        Clock clock = surroundings.clock();
        Boot boot = Boot.now(clock);
        AgentHome home = AgentHome.of(config.home(), product.snapshotLayout());
        CentreLink centre = CentreLink.of(config, boot, clock);
        AgentMetrics metrics = new AgentMetrics(surroundings.registry());
        StatusReporter reporter =
                new StatusReporter(metrics, clock, config.status().keep());
        Signals signals = new Signals(new Troubles(reporter::changed, clock), metrics, reporter::changed);
        SnapshotStore store = new SnapshotStore(home, surroundings.disk(), limits(config.snapshots()));
        DnsSettings dns = dns(config.dns());
        DnsLookups lookups = DnsLookups.create(
                DnsLookupSettings.DEFAULT.withTimeout(config.dns().timeout()));
        TrustStore trust = new TrustStore(home.index(), surroundings.disk());
        InstalledSnapshot installed = new InstalledSnapshot(store, trust, signals.troubles());
        AgentService service = new AgentService(product, centre.gate(), clock);
        ModeKeeper keeper = ModeKeeper.of(
                new ModeStateFile(home.state(), surroundings.disk()),
                trust,
                new ServiceSwitch(service, installed::load, signals.troubles()),
                signals,
                clock);
        RunningAgent parts = new RunningAgent(
                new IdentityHolder(),
                trust,
                keeper,
                service,
                signals.troubles(),
                new DrDomain(lookups, dns, clock),
                new OwnLook(),
                new CentreContact(clock));
        StatusDescription description = new StatusDescription(
                parts, surroundings.space().apply(home.root()), boot, name(config), config.version());
        reporter.describedBy(sequence -> description.describe(sequence, clock.instant()));
        return new Foundation(
                config, product, surroundings, home, centre, store, installed, lookups, dns, reporter, signals, parts);
    }

    private static SnapshotLimits limits(AgentConfig.Snapshots config) {
        long heap = Runtime.getRuntime().maxMemory();
        return new SnapshotLimits(
                config.maxSize(),
                config.maxConfigurationSize().orElse(SnapshotLimits.configurationOctets(heap)),
                config.maxSegments());
    }

    String name() {
        return name(config);
    }

    private static DnsSettings dns(AgentConfig.Dns config) {
        return new DnsSettings(
                config.servers().orElse(List.of()),
                config.interval(),
                config.jitter(),
                config.retry(),
                config.authorityPort());
    }

    private static String name(AgentConfig config) {
        return config.name().orElseGet(() -> {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "agent";
            }
        });
    }
}
