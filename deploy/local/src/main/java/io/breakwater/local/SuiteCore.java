package io.breakwater.local;

import io.breakwater.activation.KeyRefusedException;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.embedded.zone.NotifyTarget;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.attachment.Attachments;
import io.breakwater.local.attachment.AttachmentsFile;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.layout.FileTrouble;
import io.breakwater.local.ports.PortCheck;
import io.breakwater.local.process.ManagedProcess;
import io.breakwater.local.process.ProcessPlan;
import io.breakwater.local.process.ProcessTable;
import io.breakwater.local.secrets.Secrets;
import io.breakwater.local.servers.EmbeddedServers;
import io.breakwater.local.settings.PostgresLocation;
import io.breakwater.local.settings.QuarkusPrograms;
import io.breakwater.local.settings.Surroundings;
import io.breakwater.local.supervisor.SuiteLock;
import io.breakwater.local.supervisor.SuiteReport;
import io.breakwater.local.tenant.Tenant;
import io.breakwater.local.tenant.TenantFile;
import io.breakwater.local.zone.ZoneLocation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The order in which a suite comes up and goes down. Safe for threads. */
final class SuiteCore {
    private final SuiteOptions options;
    private final List<AgentSpec> agents;
    private final ProcessTable processes = new ProcessTable();
    private final Surroundings surroundings;
    private final SuiteTokens tokens;
    private final SuiteReport report;
    private final TenantFile tenantFile;
    private final BringUp bringUp;
    private final AttachmentsFile attachments;
    private volatile SuiteLock lock;

    SuiteCore(SuiteOptions options) {
        this.options = options;
        this.agents = new CopyOnWriteArrayList<>(options.agents());
        DataDirectory data = options.data().create();
        this.tenantFile = new TenantFile(data.tenantFile());
        this.surroundings = surround(options, data, new Secrets(data.secrets()));
        this.tokens = new SuiteTokens(surroundings, this::tenant);
        this.report = new SuiteReport(data.stateFile(), surroundings, processes);
        this.attachments = new AttachmentsFile(data);
        this.bringUp = new BringUp(options, this, report, tenantFile);
        agents.forEach(agent -> options.ports().addAgent(agent.name(), agent.port(), agent.managementPort()));
        plans().forEach(plan -> processes.add(new ManagedProcess(plan)));
    }

    private static Surroundings surround(SuiteOptions options, DataDirectory data, Secrets secrets) {
        PostgresLocation postgres = options.postgres()
                .orElseGet(() -> new PostgresLocation(
                        "127.0.0.1:" + options.ports().port(LocalSuite.POSTGRES),
                        "postgres",
                        secrets.databasePassword()));
        String kafka =
                options.kafka().orElseGet(() -> "127.0.0.1:" + options.ports().port(LocalSuite.KAFKA));
        NotifyTarget watcher =
                NotifyTarget.of("127.0.0.1", options.ports().port("dns-watcher.notify"), secrets.notifyKey());
        ZoneLocation zone = options.zone()
                .map(provider -> provider.locate(watcher))
                .orElseGet(() -> new ZoneLocation(
                        new InetSocketAddress("127.0.0.1", options.ports().port(LocalSuite.ZONE_SERVER)),
                        ZoneLocation.LOCAL_ORIGIN,
                        Optional.of(secrets.updateKey())));
        return new Surroundings(data, options.ports(), secrets, postgres, kafka, zone);
    }

    private List<ProcessPlan> plans() {
        EmbeddedServers servers = new EmbeddedServers(surroundings, options.patience());
        QuarkusPrograms programs = new QuarkusPrograms(options, surroundings);
        List<ProcessPlan> plans = new ArrayList<>();
        if (options.postgres().isEmpty()) {
            plans.add(servers.postgres());
        }
        if (options.kafka().isEmpty()) {
            plans.add(servers.kafka());
        }
        if (options.zone().isEmpty()) {
            plans.add(servers.zoneServer());
        }
        plans.addAll(programs.services());
        agents.forEach(agent -> plans.add(programs.agent(agent)));
        return plans;
    }

    /** @return what agents lack, for people */
    synchronized List<String> start(Progress progress) {
        if (lock != null) {
            throw new IllegalStateException("started already");
        }
        lock = SuiteLock.acquire(surroundings.data().lockFile());
        try {
            attachments.require(attached(), options.movePorts());
            report.sweep();
            PortCheck.requireFree(surroundings.ports(), listening());
            report.starting();
            List<String> lacking = bringUp.run(progress, () -> attachments.write(attached()));
            report.up();
            return lacking;
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private Attachments attached() {
        Map<String, String> servers = new HashMap<>();
        options.postgres().ifPresent(it -> servers.put(Attachments.POSTGRES, it.shownUrl()));
        options.kafka().ifPresent(it -> servers.put(Attachments.KAFKA, it));
        if (options.zone().isPresent()) {
            ZoneLocation zone = surroundings.zone();
            servers.put(Attachments.DNS, zone.server() + "/" + zone.origin());
        }
        Map<String, String> ports = new HashMap<>();
        if (!options.ports().isFree()) {
            ports.put(Attachments.PORT_OFFSET, Integer.toString(options.ports().offset()));
            options.ports().overrides().forEach((name, port) -> ports.put(Attachments.PORT + name, port.toString()));
        }
        return new Attachments(servers, ports);
    }

    private List<String> listening() {
        return surroundings.ports().all().keySet().stream()
                .filter(name -> processes.has(name.replaceAll("\\.(management|notify)$", "")))
                .toList();
    }

    void addAgent(AgentSpec agent) {
        surroundings.ports().addAgent(agent.name(), agent.port(), agent.managementPort());
        bringUp.writeProvisioningKey(agent);
        processes.add(new ManagedProcess(new QuarkusPrograms(options, surroundings).agent(agent)));
        agents.add(agent);
    }

    void startAll(Collection<String> names) {
        ProcessTable.await(processes.start(names, process -> report.changed()));
    }

    void stopAll(Collection<String> names) {
        processes.stop(names);
        report.changed();
    }

    /** Called by a shutdown hook too, while another thread is in {@link #start}: takes no lock of ours. */
    void stop() {
        report.stopping();
        List<String> names = new ArrayList<>(
                processes.all().stream().map(ManagedProcess::name).toList());
        List<String> servers = new ArrayList<>(List.of(LocalSuite.POSTGRES, LocalSuite.KAFKA, LocalSuite.ZONE_SERVER));
        servers.removeIf(name -> !processes.has(name));
        names.removeAll(servers);
        Collections.reverse(names);
        processes.close(names);
        processes.close(servers);
        report.down();
        releaseLock();
    }

    private void releaseLock() {
        SuiteLock held = lock;
        lock = null;
        if (held != null) {
            held.close();
        }
    }

    boolean isStarted() {
        return lock != null;
    }

    void tell() {
        report.changed();
    }

    DrKeys drKeys() {
        Path directory = surroundings.data().drKeys();
        try {
            if (!Files.exists(directory.resolve(DrKeys.PUBLIC_FILE))) {
                Files.deleteIfExists(directory.resolve(DrKeys.PRIVATE_FILE)); // of a start that was cut short
                DrKeys.generate().write(directory);
            }
            return DrKeys.readPrivate(directory.resolve(DrKeys.PRIVATE_FILE));
        } catch (IOException e) {
            throw new SuiteException("the keys in " + directory + " cannot be read: " + FileTrouble.of(e), e);
        } catch (KeyRefusedException e) {
            throw new SuiteException("the key in " + directory + " is no good: " + e.getMessage(), e);
        }
    }

    Tenant tenant() {
        return tenantFile.read().orElseThrow(() -> new IllegalStateException("there is no sample tenant"));
    }

    List<AgentSpec> agents() {
        return List.copyOf(agents);
    }

    ProcessTable processes() {
        return processes;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    SuiteTokens tokens() {
        return tokens;
    }
}
