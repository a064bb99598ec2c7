package io.breakwater.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.local.supervisor.StatusReport.Administrator;
import io.breakwater.local.supervisor.StatusReport.Service;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusReportTest {
    private static final Administrator TENANT = new Administrator("72", "client", "secret", "Example", "dr.example");

    @Test
    void theJsonHoldsEachServicesAddressAndTheTenantsKey() throws IOException {
        StatusReport report = new StatusReport(
                true, "UP", "/data", Map.of("config-service", service("healthy")), TENANT, List.of(), null);

        JsonNode json = new ObjectMapper().readTree(report.json());

        assertThat(json.at("/services/config-service/url").asText()).isEqualTo("http://127.0.0.1:8081");
        assertThat(json.at("/tenant/customerId").asText()).isEqualTo("72");
        assertThat(json.at("/tenant/clientId").asText()).isEqualTo("client");
        assertThat(json.at("/tenant/clientSecret").asText()).isEqualTo("secret");
    }

    @Test
    void oneDeadServiceIsNotHealthy() {
        Map<String, Service> services = Map.of("a", service("healthy"), "b", service("dead"));

        assertThat(new StatusReport(true, "UP", "/data", services, TENANT, List.of(), null).healthy())
                .isFalse();
    }

    @Test
    void aSuiteThatDoesNotRunIsNotHealthy() {
        assertThat(new StatusReport(false, null, "/data", Map.of(), null, List.of(), null).healthy())
                .isFalse();
    }

    @Test
    void neverShowsTheSecretAsText() {
        assertThat(TENANT.toString()).doesNotContain("secret");
    }

    private static Service service(String health) {
        return new Service("http://127.0.0.1:8081", health, null, 1L, null, null, "/data/log");
    }
}
