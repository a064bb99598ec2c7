package io.breakwater.local;

import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.layout.Checkout;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.ports.PortPlan;
import io.breakwater.local.process.JavaCommand;
import io.breakwater.local.process.StartPatience;
import io.breakwater.local.settings.PostgresLocation;
import io.breakwater.local.zone.ZoneLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a suite is to be. Immutable; made with {@link #in}.
 *
 * @param data what the suite keeps; a later start on the same directory goes on with it
 * @param postgres a server to use instead of the embedded one
 * @param kafka bootstrap servers to use instead of the embedded one
 * @param zone who serves the zone instead of the embedded server
 * @param agents started with the suite, each enrolled at its first start
 * @param agentDnsInterval how often an agent looks its record up by itself
 * @param settings further settings by process, stronger than the suite's own
 * @param jvmFlags of services and agents by process; one that is not in it gets {@link JavaCommand#SMALL}
 * @param sampleTenant whether the first start makes a tenant with sample configuration; without one there are no agents
 * @param patience how long each process may take to be healthy
 * @param movePorts whether a directory that was begun on other ports is moved to these
 */
public record SuiteOptions(
        Checkout checkout,
        DataDirectory data,
        PortPlan ports,
        Optional<PostgresLocation> postgres,
        Optional<String> kafka,
        Optional<ZoneLocation.Provider> zone,
        List<AgentSpec> agents,
        Duration agentDnsInterval,
        Map<String, Map<String, String>> settings,
        Map<String, List<String>> jvmFlags,
        boolean sampleTenant,
        StartPatience patience,
        boolean movePorts) {

    /** In production it is 200 s; here nobody wants to wait that long. */
    public static final Duration AGENT_DNS_INTERVAL = Duration.ofSeconds(3);

    /** A DR connector, an ordinary one, a DR edge. */
    public static final List<AgentSpec> THREE_AGENTS =
            List.of(AgentSpec.connector(1, true), AgentSpec.connector(2, false), AgentSpec.edge(1));

    public SuiteOptions {
        agents = List.copyOf(agents);
        jvmFlags = Map.copyOf(jvmFlags);
        settings = Map.copyOf(settings);
    }

    /** Everything embedded, on the documented ports, three agents, a sample tenant. */
    public static SuiteOptions in(Path data) {
        return new SuiteOptions(
                Checkout.find(),
                new DataDirectory(data),
                PortPlan.standard(0, Map.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                THREE_AGENTS,
                AGENT_DNS_INTERVAL,
                Map.of(),
                Map.of(),
                true,
                StartPatience.DEFAULT,
                false);
    }

    /** On ports that nobody uses at the moment. */
    public SuiteOptions onFreePorts() {
        return on(PortPlan.free());
    }

    public SuiteOptions on(PortPlan plan) {
        return new SuiteOptions(
                checkout,
                data,
                plan,
                postgres,
                kafka,
                zone,
                agents,
                agentDnsInterval,
                settings,
                jvmFlags,
                sampleTenant,
                patience,
                movePorts);
    }

    public SuiteOptions withPostgres(PostgresLocation server) {
        return new SuiteOptions(
                checkout,
                data,
                ports,
                Optional.of(server),
                kafka,
                zone,
                agents,
                agentDnsInterval,
                settings,
                jvmFlags,
                sampleTenant,
                patience,
                movePorts);
    }

    public SuiteOptions withKafka(String bootstrapServers) {
        return new SuiteOptions(
                checkout,
                data,
                ports,
                postgres,
                Optional.of(bootstrapServers),
                zone,
                agents,
                agentDnsInterval,
                settings,
                jvmFlags,
                sampleTenant,
                patience,
                movePorts);
    }

    /** For example BIND: the provider is told where the watcher listens for NOTIFY, and tells where the zone is. */
    public SuiteOptions withZone(ZoneLocation.Provider provider) {
        return new SuiteOptions(
                checkout,
                data,
                ports,
                postgres,
                kafka,
                Optional.of(provider),
                agents,
                agentDnsInterval,
                settings,
                jvmFlags,
                sampleTenant,
                patience,
                movePorts);
    }

    public SuiteOptions withAgents(AgentSpec... wanted) {
        return new SuiteOptions(
                checkout,
                data,
                ports,
                postgres,
                kafka,
                zone,
                List.of(wanted),
                agentDnsInterval,
                settings,
                jvmFlags,
                sampleTenant,
                patience,
                movePorts);
    }

    public SuiteOptions withAgentDnsInterval(Duration interval) {
        return new SuiteOptions(
                checkout,
                data,
                ports,
                postgres,
                kafka,
                zone,
                agents,
                interval,
                settings,
                jvmFlags,
                sampleTenant,
                patience,
                movePorts);
    }

    /** @param process for example {@code dns-watcher} */
    public SuiteOptions withSetting(String process, String key, String value) {
        Map<String, Map<String, String>> all = new HashMap<>(settings);
        Map<String, String> own = new HashMap<>(all.getOrDefault(process, Map.of()));
        own.put(key, value);
        all.put(process, Map.copyOf(own));
        return new SuiteOptions(
                checkout,
                data,
                ports,
                postgres,
                kafka,
                zone,
                agents,
                agentDnsInterval,
                all,
                jvmFlags,
                sampleTenant,
                patience,
                movePorts);
    }

    /** @param process for example {@code config-service} */
    public SuiteOptions withJvmFlags(String process, List<String> flags) {
        Map<String, List<String>> all = new HashMap<>(jvmFlags);
        all.put(process, List.copyOf(flags));
        return new SuiteOptions(
                checkout,
                data,
                ports,
                postgres,
                kafka,
                zone,
                agents,
                agentDnsInterval,
                settings,
                all,
                sampleTenant,
                patience,
                movePorts);
    }

    /** The JVM flags of a service or an agent. */
    public List<String> jvmFlags(String process) {
        return jvmFlags.getOrDefault(process, JavaCommand.SMALL);
    }

    public SuiteOptions withoutSampleTenant() {
        return new SuiteOptions(
                checkout,
                data,
                ports,
                postgres,
                kafka,
                zone,
                List.of(),
                agentDnsInterval,
                settings,
                jvmFlags,
                false,
                patience,
                movePorts);
    }

    public SuiteOptions withPatience(StartPatience limit) {
        return new SuiteOptions(
                checkout,
                data,
                ports,
                postgres,
                kafka,
                zone,
                agents,
                agentDnsInterval,
                settings,
                jvmFlags,
                sampleTenant,
                limit,
                movePorts);
    }

    /** Lets a directory that was begun on other ports go on with these. */
    public SuiteOptions movingPorts(boolean move) {
        return new SuiteOptions(
                checkout,
                data,
                ports,
                postgres,
                kafka,
                zone,
                agents,
                agentDnsInterval,
                settings,
                jvmFlags,
                sampleTenant,
                patience,
                move);
    }
}
