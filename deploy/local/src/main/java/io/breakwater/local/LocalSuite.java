package io.breakwater.local;

import io.breakwater.activation.signing.DrKeys;
import io.breakwater.local.agents.AgentOperator;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.http.RestClient;
import io.breakwater.local.process.ManagedProcess;
import io.breakwater.local.process.ResidentMemory;
import io.breakwater.local.settings.PostgresLocation;
import io.breakwater.local.settings.Surroundings;
import io.breakwater.local.tenant.Tenant;
import io.breakwater.local.zone.ActivationZone;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * The whole suite on this machine, for programs: {@code ./breakwater}, system tests, benchmarks.
 *
 * <pre>{@code
 * try (LocalSuite suite = LocalSuite.of(SuiteOptions.in(directory).onFreePorts())) {
 *     suite.start(Progress.SILENT);
 *     suite.activation().publish(Mode.ACTIVE);
 *     suite.kill(LocalSuite.DNS_WATCHER);
 *     suite.agent("app-connector-1").mode();
 * }
 * }</pre>
 *
 * <p>Each part is a process of its own; all end with this JVM, even when it is killed. Safe for threads.
 */
public final class LocalSuite implements AutoCloseable {
    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";
    public static final String ZONE_SERVER = "zone-server";
    public static final String CONFIG_SERVICE = "config-service";
    public static final String SNAPSHOT_SERVICE = "snapshot-service";
    public static final String DR_CONTROLLER = "dr-controller";
    public static final String DNS_WATCHER = "dns-watcher";

    public static final List<String> SERVICES = List.of(CONFIG_SERVICE, SNAPSHOT_SERVICE, DR_CONTROLLER, DNS_WATCHER);

    /** Everything that agents must be able to do without, except DNS. */
    public static final List<String> CENTRE =
            List.of(CONFIG_SERVICE, SNAPSHOT_SERVICE, DR_CONTROLLER, DNS_WATCHER, KAFKA, POSTGRES);

    private final SuiteCore core;

    private LocalSuite(SuiteCore core) {
        this.core = core;
    }

    /** A suite that is not started yet. */
    public static LocalSuite of(SuiteOptions options) {
        return new LocalSuite(new SuiteCore(options));
    }

    /**
     * Starts everything and waits until each process is healthy, the agents are enrolled and those that are designated have a snapshot
     * (half a minute for that at most: {@link Progress#step} tells who lacks what). The first start on a data directory makes secrets and
     * the sample tenant, and enrols the agents.
     *
     * @throws SuiteException when a port is taken, another suite runs on the directory, or a process does not become healthy; nothing
     *     runs then
     */
    public LocalSuite start(Progress progress) {
        core.start(progress).forEach(progress::step);
        return this;
    }

    /** As {@link #start(Progress)}; what agents lack to be ready is returned, one line each, and not told to the progress. */
    public List<String> bringUp(Progress progress) {
        return core.start(progress);
    }

    /** The processes, in the order in which they depend on each other. */
    public List<ManagedProcess> processes() {
        return core.processes().all();
    }

    /** Writes what is known of the processes anew for {@code status}. */
    public void tell() {
        core.tell();
    }

    /** Whether {@link #start(Progress)} was called and nothing has stopped the suite since. */
    public boolean isStarted() {
        return core.isStarted();
    }

    /** Stops everything for good and waits; does nothing when nothing runs. */
    public void stop() {
        core.stop();
    }

    @Override
    public void close() {
        stop();
    }

    /** Starts one process and waits until it is healthy; does nothing when it runs. */
    public void start(String name) {
        process(name).start();
        core.tell();
    }

    /** Starts several processes at the same time and waits until each is healthy. */
    public void start(Collection<String> names) {
        core.startAll(names);
    }

    /** Ends one process in good order and waits until it is gone. */
    public void stop(String name) {
        process(name).stop();
    }

    /** Ends several processes at the same time in good order and waits until they are gone. */
    public void stop(Collection<String> names) {
        core.stopAll(names);
    }

    /** Ends one process with SIGKILL and waits until it is gone. */
    public void kill(String name) {
        process(name).kill();
    }

    /** Ends one process in good order, starts it again and waits until it is healthy. */
    public void restart(String name) {
        stop(name);
        start(name);
    }

    /** In the order in which they depend on each other. */
    public List<String> names() {
        return core.processes().all().stream().map(ManagedProcess::name).toList();
    }

    /** @throws IllegalArgumentException when nothing is called so */
    public ManagedProcess process(String name) {
        return core.processes().get(name);
    }

    /** @throws IllegalStateException when it does not run */
    public long pid(String name) {
        return process(name).pid().orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    /** Resident memory in octets; empty when it does not run. */
    public OptionalLong residentMemory(String name) {
        OptionalLong pid = process(name).pid();
        return pid.isPresent() ? ResidentMemory.of(pid.getAsLong()) : pid;
    }

    /** From launch to healthy, the last time. */
    public Duration startTime(String name) {
        return process(name).startTime().orElseThrow(() -> new IllegalStateException(name + " was not started"));
    }

    public Path log(String name) {
        return process(name).plan().log();
    }

    /** The last lines of its log, for a message. */
    public String logTail(String name) {
        return process(name).logTail();
    }

    /** The address of a service or of an agent's operator port. */
    public URI url(String name) {
        return surroundings().url(name);
    }

    /** Health and metrics of a service or an agent, without a token. */
    public RestClient management(String name) {
        return RestClient.anonymous(surroundings().management(name));
    }

    /** A service, as the sample tenant's administrator. */
    public RestClient asTenant(String service) {
        return RestClient.anonymous(url(service)).with(core.tokens().tenant());
    }

    /** A service, as somebody with the role SERVICE, who reads every tenant. */
    public RestClient asService(String service) {
        return RestClient.anonymous(url(service)).with(core.tokens().reader());
    }

    /** A service, as somebody with the role OPERATOR, who makes tenants. */
    public RestClient asOperator(String service) {
        return RestClient.anonymous(url(service)).with(core.tokens().operator());
    }

    /** The sample tenant. */
    public Tenant tenant() {
        return core.tenant();
    }

    /** Publishes the sample tenant's activation records. */
    public ActivationZone activation() {
        return new ActivationZone(surroundings().zone().client(), tenant().drDomain(), drKeys());
    }

    /** The sample tenant's key pair. */
    public DrKeys drKeys() {
        return core.drKeys();
    }

    /** Adds an agent, to be started by its name; it enrols with the sample tenant's provisioning key for its group. */
    public void addAgent(AgentSpec agent) {
        core.addAgent(agent);
    }

    public List<AgentSpec> agents() {
        return core.agents();
    }

    /** An agent's operator port. */
    public AgentOperator agent(String name) {
        AgentSpec spec = agents().stream()
                .filter(agent -> agent.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no agent is called " + name));
        return new AgentOperator(spec, url(name));
    }

    /** Ports, secrets, directories, and where PostgreSQL, Kafka and the zone are. */
    public Surroundings surroundings() {
        return core.surroundings();
    }

    public String kafkaBootstrapServers() {
        return surroundings().kafka();
    }

    /** The private key with which that service signs its events, for tests that repeat them. */
    public Path eventSigningKey(String service) {
        return surroundings().secrets().eventKeys().signingKey(service);
    }

    /** With the public keys of all services that publish, for measuring. */
    public Path eventTrustDirectory() {
        return surroundings().secrets().eventKeys().trustDirectory();
    }

    public PostgresLocation postgres() {
        return surroundings().postgres();
    }
}
