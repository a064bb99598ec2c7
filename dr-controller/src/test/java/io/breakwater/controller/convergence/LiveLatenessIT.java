package io.breakwater.controller.convergence;

import static io.breakwater.testsupport.records.Records.signedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.controller.RealServers;
import io.breakwater.controller.TestTenant;
import io.breakwater.testsupport.tokens.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@RealServers
class LiveLatenessIT {
    @TestHTTPResource("/")
    URI root;

    /** Nothing happens: the agent goes on saying nothing. */
    @Test
    @Timeout(30)
    void aPageLearnsThatAnAgentIsLateByTimeAlone() throws IOException, InterruptedException {
        try (TestTenant tenant = TestTenant.withKey()) {
            tenant.bus.send(new AgentStatuses(tenant.id).says("NORMAL", null));
            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));
            tenant.awaitState("ACTIVE");

            try (Stream<String> page = open(tenant)) {
                assertThat(page.filter(line -> line.startsWith("data:")).anyMatch(line -> line.contains("\"late\":1,")))
                        .isTrue();
            }
        }
    }

    private Stream<String> open(TestTenant tenant) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(tenant.path("/events")))
                .header("Authorization", "Bearer " + TestTokens.admin(tenant.id))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
