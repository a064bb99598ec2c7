package io.breakwater.local;

import io.breakwater.local.agents.AgentOperator;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.agents.AgentsReady;
import io.breakwater.local.http.RestClient;
import io.breakwater.local.layout.PrivateFiles;
import io.breakwater.local.process.ManagedProcess;
import io.breakwater.local.process.ProcessTable;
import io.breakwater.local.servers.GivenServers;
import io.breakwater.local.settings.AgentSettings;
import io.breakwater.local.supervisor.SuiteReport;
import io.breakwater.local.tenant.SampleTenant;
import io.breakwater.local.tenant.Tenant;
import io.breakwater.local.tenant.TenantFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Starts a suite's processes: servers, then services, then, with the tenant made, the agents, and waits until they are enrolled. */
final class BringUp {
    private final SuiteOptions options;
    private final SuiteCore suite;
    private final SuiteReport report;
    private final TenantFile tenantFile;

    BringUp(SuiteOptions options, SuiteCore suite, SuiteReport report, TenantFile tenantFile) {
        this.options = options;
        this.suite = suite;
        this.report = report;
        this.tenantFile = tenantFile;
    }

    void run(Progress progress) {
        options.postgres().ifPresent(GivenServers::prepare);
        options.kafka().ifPresent(GivenServers::prepare);
        ProcessTable processes = suite.processes();
        ProcessTable.await(startServers(progress));
        CompletableFuture<Void> services = processes.start(LocalSuite.SERVICES, process -> healthy(process, progress));
        List<String> names = suite.agents().stream().map(AgentSpec::name).toList();
        if (options.sampleTenant() && tenantFile.read().isEmpty()) {
            ManagedProcess configService = processes.get(LocalSuite.CONFIG_SERVICE);
            ProcessTable.await(processes.run(() -> {
                configService.launch();
                configService.awaitHealthy();
            }));
        }
        if (options.sampleTenant()) {
            ensureTenant(progress);
            ProcessTable.await(processes.start(names, process -> healthy(process, progress)));
        }
        ProcessTable.await(services);
        AgentsReady.await(suite.agents(), this::operator).forEach(progress::step);
    }

    private AgentOperator operator(AgentSpec agent) {
        return new AgentOperator(agent, suite.surroundings().url(agent.name()));
    }

    private CompletableFuture<Void> startServers(Progress progress) {
        List<String> servers = List.of(LocalSuite.POSTGRES, LocalSuite.KAFKA, LocalSuite.ZONE_SERVER);
        ProcessTable processes = suite.processes();
        return processes.start(servers.stream().filter(processes::has).toList(), process -> healthy(process, progress));
    }

    private void healthy(ManagedProcess process, Progress progress) {
        report.changed();
        process.startTime().ifPresent(time -> progress.healthy(process.name(), time));
    }

    private void ensureTenant(Progress progress) {
        boolean known = tenantFile.read().isPresent();
        RestClient configService = RestClient.anonymous(suite.surroundings().url(LocalSuite.CONFIG_SERVICE));
        Tenant tenant = new SampleTenant(
                        configService, configService.with(suite.tokens().operator()), tenantFile)
                .ensure(suite.surroundings().zone().drDomain(), suite.drKeys());
        if (!known) {
            progress.step("made the tenant " + tenant.name() + " with its configuration, DR key and provisioning keys");
        }
        suite.agents().forEach(this::writeProvisioningKey);
    }

    /** Puts the key that enrols an agent where it looks for it. */
    void writeProvisioningKey(AgentSpec agent) {
        Path file = new AgentSettings(suite.surroundings(), options.agentDnsInterval()).provisioningKeyFile(agent);
        String key = suite.tenant().provisioningKeys().get(agent.group());
        if (key == null) {
            throw new SuiteException("the tenant has no provisioning key for " + agent.group());
        }
        PrivateFiles.write(file, key);
    }
}
