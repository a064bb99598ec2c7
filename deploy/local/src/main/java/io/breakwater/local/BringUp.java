package io.breakwater.local;

import io.breakwater.local.agents.AgentOperator;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.agents.AgentsReady;
import io.breakwater.local.http.Answer;
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

    /**
     * @param begun called before anything is kept by a service
     * @return what agents lack, for people
     */
    List<String> run(Progress progress, Runnable begun) {
        options.postgres().ifPresent(GivenServers::prepare);
        options.kafka().ifPresent(GivenServers::prepare);
        ProcessTable processes = suite.processes();
        ProcessTable.await(startServers(progress));
        begun.run();
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
        if (options.sampleTenant()) {
            requireSignIn();
        }
        return AgentsReady.await(suite.agents(), this::operator);
    }

    /** With the very key that is printed: a healthy config-service may be another one than the key's. */
    private void requireSignIn() {
        String path = "/api/v1/customers/" + suite.tenant().customerId() + "/dr-settings";
        RestClient configService = RestClient.anonymous(suite.surroundings().url(LocalSuite.CONFIG_SERVICE));
        String refusal;
        try {
            Answer answer = configService.with(suite.tokens().tenant()).get(path);
            refusal = answer.isSuccess() ? null : answer.toString();
        } catch (SuiteException e) {
            refusal = e.getMessage();
        }
        if (refusal != null) {
            throw new SuiteException("config-service does not know the tenant of "
                    + options.data().root()
                    + " (" + refusal
                    + "): its database was emptied or is another one; give the PostgreSQL that the directory began"
                    + " with, or begin another directory with --data DIR");
        }
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
