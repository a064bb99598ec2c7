package io.breakwater.local.supervisor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.process.Health;
import io.breakwater.local.process.ResidentMemory;
import io.breakwater.local.supervisor.SuiteState.Life;
import io.breakwater.local.supervisor.SuiteState.ProcessState;
import io.breakwater.local.tenant.Tenant;
import io.breakwater.local.tenant.TenantFile;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code status} tells.
 *
 * @param running whether a supervisor lives
 * @param phase of the suite, or null when it does not run
 * @param services by name; empty when it does not run
 * @param tenant the sample tenant, or null when it is not there
 */
public record StatusReport(
        boolean running, String phase, String data, Map<String, Service> services, Administrator tenant) {
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
        return new StatusReport(
                state.isPresent(),
                state.map(SuiteState::phase).orElse(null),
                directory.root().toString(),
                services,
                tenant);
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
