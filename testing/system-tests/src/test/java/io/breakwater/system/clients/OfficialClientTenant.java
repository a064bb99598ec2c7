package io.breakwater.system.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.local.LocalSuite;
import io.breakwater.local.http.Answer;
import io.breakwater.system.RunningSuite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tenant of its own for one run of a client: what the client leaves behind is in nobody's way.
 *
 * @param authDomains that nobody else has
 */
record OfficialClientTenant(
        String url, String customerId, String clientId, String clientSecret, List<String> authDomains) {
    /** @param purpose a DNS label */
    static OfficialClientTenant make(RunningSuite suite, String purpose) {
        String unique = purpose + "-" + System.nanoTime();
        List<String> domains = List.of(unique + "-a.example", unique + "-b.example", unique + "-c.example");
        Answer answer = suite.processes()
                .asOperator(LocalSuite.CONFIG_SERVICE)
                .post("/api/v1/customers", Map.of("name", "Tenant of " + unique, "authDomains", domains));
        assertThat(answer.isSuccess()).as(answer.toString()).isTrue();
        return new OfficialClientTenant(
                suite.processes().url(LocalSuite.CONFIG_SERVICE).toString(),
                answer.text("customerId"),
                answer.body().path("apiKey").path("clientId").asText(),
                answer.body().path("apiKey").path("clientSecret").asText(),
                domains);
    }

    /** As the programs in the test resources read it. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("BREAKWATER_URL", url);
        environment.put("BREAKWATER_CUSTOMER_ID", customerId);
        environment.put("BREAKWATER_CLIENT_ID", clientId);
        environment.put("BREAKWATER_CLIENT_SECRET", clientSecret);
        environment.put("BREAKWATER_AUTH_DOMAINS", String.join(",", authDomains));
        return environment;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OfficialClientTenant[" + customerId + "]";
    }
}
