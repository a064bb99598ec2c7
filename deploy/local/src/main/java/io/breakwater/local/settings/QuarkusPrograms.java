package io.breakwater.local.settings;

import io.breakwater.embedded.process.ChildProcess;
import io.breakwater.local.SuiteOptions;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.process.Health;
import io.breakwater.local.process.JavaCommand;
import io.breakwater.local.process.ProcessPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How services and agents are started: each with a settings file of its own and an environment that limits its memory. */
public final class QuarkusPrograms {
    /** glibc keeps an arena for each thread, and what was freed, otherwise: tens of megabytes a process. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("MALLOC_ARENA_MAX", "1", "MALLOC_TRIM_THRESHOLD_", "65536");

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

    private final SuiteOptions options;
    private final Surroundings around;

    public QuarkusPrograms(SuiteOptions options, Surroundings around) {
        this.options = options;
        this.around = around;
    }

    /** config-service first: the others need nothing of it to start, but everybody needs it for a token. */
    public List<ProcessPlan> services() {
        ServiceSettings settings = new ServiceSettings(around);
        return List.of(
                plan("config-service", "config-service", settings::configService),
                plan("snapshot-service", "snapshot-service", settings::snapshotService),
                plan("dr-controller", "dr-controller", settings::drController),
                plan("dns-watcher", "dns-watcher", settings::dnsWatcher));
    }

    public ProcessPlan agent(AgentSpec agent) {
        AgentSettings settings = new AgentSettings(around, options.agentDnsInterval());
        return plan(agent.name(), agent.module(), () -> settings.of(agent));
    }

    private ProcessPlan plan(String name, String module, Supplier<Map<String, String>> settings) {
        Path directory = around.data().of(name);
        Path log = around.data().log(name);
        return new ProcessPlan(
                name,
                log,
                () -> {
                    Map<String, String> all = new LinkedHashMap<>(settings.get());
                    all.putAll(options.settings().getOrDefault(name, Map.of()));
                    List<String> command = JavaCommand.quarkus(
                            options.checkout().program(module),
                            SettingsFile.write(directory, all),
                            options.jvmFlags(name));
                    return ChildProcess.start(
                            new ChildProcess.Spec(name, command, directory, log, ENVIRONMENT, "TERM", STOP_PATIENCE));
                },
                () -> Health.isReady(around.management(name)),
                options.patience());
    }
}
