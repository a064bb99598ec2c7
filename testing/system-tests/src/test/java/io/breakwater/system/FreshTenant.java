package io.breakwater.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.local.LocalSuite;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.RestClient;
import io.breakwater.local.http.SignIn;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tenant of its own for one test: what the test leaves behind is in nobody's way.
 *
 * @param url of config-service
 * @param authDomains that nobody else has
 */
public record FreshTenant(
        String url, String customerId, String clientId, String clientSecret, List<String> authDomains) {
    /** @param purpose a DNS label */
    public static FreshTenant make(RunningSuite suite, String purpose) {
        String unique = purpose + "-" + System.nanoTime();
        List<String> domains = List.of(unique + "-a.example", unique + "-b.example", unique + "-c.example");
        Answer answer = suite.processes()
                .asOperator(LocalSuite.CONFIG_SERVICE)
                .post("/api/v1/customers", Map.of("name", "Tenant of " + unique, "authDomains", domains));
        assertThat(answer.isSuccess()).as(answer.toString()).isTrue();
        return new FreshTenant(
                suite.processes().url(LocalSuite.CONFIG_SERVICE).toString(),
                answer.text("customerId"),
                answer.body().path("apiKey").path("clientId").asText(),
                answer.body().path("apiKey").path("clientSecret").asText(),
                domains);
    }

    /** config-service with the rights of the tenant's first API key; signs in once. */
    public RestClient administrator() {
        RestClient anonymous = RestClient.anonymous(URI.create(url));
        return anonymous.with(new SignIn(anonymous, clientId, this::clientSecret));
    }

    /** As the programs in the test resources read it. */
    public Map<String, String> environment() {
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
        return "FreshTenant[" + customerId + "]";
    }
}
