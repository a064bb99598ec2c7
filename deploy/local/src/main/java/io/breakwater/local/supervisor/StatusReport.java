package io.breakwater.local.supervisor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.SuiteException;
import io.breakwater.local.http.UnreachableException;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.process.Health;
import io.breakwater.local.process.ResidentMemory;
import io.breakwater.local.secrets.Secrets;
import io.breakwater.local.settings.ServiceSettings;
import io.breakwater.local.supervisor.SuiteState.Life;
import io.breakwater.local.supervisor.SuiteState.ProcessState;
import io.breakwater.local.tenant.Tenant;
import io.breakwater.local.tenant.TenantFile;
import io.breakwater.local.tenant.TenantMode;
import io.breakwater.local.tenant.TenantModes;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code status} tells.
 *
 * @param running whether a supervisor lives
 * @param phase of the suite, or null when it does not run
 * @param services by name; empty when it does not run
 * @param tenant the sample tenant, or null when it is not there
 * @param modes of disaster recovery of each tenant
 * @param modesUnknown why they are not known, or null
 */
public record StatusReport(
        boolean running,
        String phase,
        String data,
        Map<String, Service> services,
        Administrator tenant,
        List<TenantMode> modes,
        @JsonInclude(JsonInclude.Include.NON_NULL) String modesUnknown) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param health {@code healthy}, {@code unhealthy} (runs, but is not ready) or {@code dead}
     * @param management where health and metrics are
     * @param startMillis from launch to healthy
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Service(
            String url,
            String health,
            String management,
            Long pid,
            Long residentMegabytes,
            Long startMillis,
            String log) {}

    /** The tenant's API key. */
    public record Administrator(String customerId, String clientId, String clientSecret, String name, String drDomain) {
        static Administrator of(Tenant tenant) {
            return new Administrator(
                    tenant.customerId(), tenant.clientId(), tenant.clientSecret(), tenant.name(), tenant.drDomain());
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Administrator[" + customerId + ", " + clientId + "]";
        }
    }

    /** Asks each process of the suite how it is. */
    public static StatusReport of(DataDirectory directory) {
        Optional<SuiteState> state = SuiteState.read(directory.stateFile())
                .filter(known -> known.supervisor().handle().isPresent());
        Administrator tenant = new TenantFile(directory.tenantFile())
                .read()
                .map(Administrator::of)
                .orElse(null);
        Map<String, Service> services = new LinkedHashMap<>();
        state.ifPresent(known -> known.processes().forEach((name, process) -> services.put(name, service(process))));
        List<TenantMode> modes = List.of();
        String unknown = null;
        if (state.isPresent() && tenant != null) {
            try {
                modes = modes(state.get(), directory);
            } catch (SuiteException | UnreachableException e) {
                unknown = "config-service and dr-controller do not both answer; ask an agent: "
                        + agentQuestion(state.get());
            }
        }
        return new StatusReport(
                state.isPresent(),
                state.map(SuiteState::phase).orElse(null),
                directory.root().toString(),
                services,
                tenant,
                modes,
                unknown);
    }

    private static List<TenantMode> modes(SuiteState state, DataDirectory directory) {
        return new TenantModes(
                        URI.create(
                                state.processes().get(LocalSuite.CONFIG_SERVICE).url()),
                        URI.create(
                                state.processes().get(LocalSuite.DR_CONTROLLER).url()),
                        ServiceSettings.READER,
                        new Secrets(directory.secrets()).clientSecret(ServiceSettings.READER))
                .read();
    }

    private static String agentQuestion(SuiteState state) {
        return state.processes().entrySet().stream()
                .filter(process -> process.getKey().startsWith("app-connector"))
                .map(process -> process.getValue().url() + "/assistant/zpn_dr/show_mode")
                .findFirst()
                .orElse("its operator port");
    }

    private static Service service(ProcessState process) {
        Long pid = Optional.ofNullable(process.life())
                .flatMap(Life::handle)
                .map(ProcessHandle::pid)
                .orElse(null);
        Long resident = pid == null
                ? null
                : ResidentMemory.of(pid).stream()
                        .map(octets -> octets >> 20)
                        .boxed()
                        .findFirst()
                        .orElse(null);
        return new Service(
                process.url(),
                health(process, pid),
                process.management(),
                pid,
                resident,
                process.startMillis(),
                process.log());
    }

    private static String health(ProcessState process, Long pid) {
        if (pid == null) {
            return "dead";
        }
        boolean ready = process.management() == null || Health.isReady(URI.create(process.management()));
        return ready ? "healthy" : "unhealthy";
    }

    public boolean healthy() {
        return running
                && services.values().stream()
                        .allMatch(service -> service.health().equals("healthy"));
    }

    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts is always JSON", e);
        }
    }
}
