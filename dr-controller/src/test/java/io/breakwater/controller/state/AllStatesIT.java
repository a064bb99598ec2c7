package io.breakwater.controller.state;

import static io.breakwater.testsupport.records.Records.signedOn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.controller.RealServers;
import io.breakwater.controller.TestTenant;
import io.breakwater.testsupport.tokens.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What services read again that keep a copy of the DR states. */
@QuarkusTest
@RealServers
class AllStatesIT {
    private static final String PATH = "/api/v1/dr-states";

    @Test
    @DisplayName("I10: whoever keeps a copy of the states reads them from their owner, with the evidence")
    void tellsEachTenantsStateWithItsEvidence() {
        try (TestTenant tenant = TestTenant.withKey()) {
            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));
            DrStateChanged on = tenant.awaitState("ACTIVE");

            read(TestTokens.service(), Map.of("after", before(tenant), "limit", 1))
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].customerId", equalTo(tenant.id))
                    .body("items[0].mode", equalTo("ACTIVE"))
                    .body("items[0].domain", equalTo(tenant.domain))
                    .body("items[0].sequence", equalTo((int) on.sequence()))
                    .body("items[0].evidence", equalTo(on.evidence()))
                    .body("items[0].replay.lastIdentity", equalTo(on.identity()));
        }
    }

    @Test
    void readsEveryTenantOnceInTheOrderOfTheirNumbers() {
        try (TestTenant one = TestTenant.withKey();
                TestTenant other = TestTenant.withKey()) {
            List<Long> read = new ArrayList<>();
            String after = "0";
            while (after != null) {
                var page = read(TestTokens.operator(), Map.of("after", after, "limit", 1))
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                page.getList("items.customerId", String.class).forEach(id -> read.add(Long.valueOf(id)));
                after = page.getString("next");
            }

            assertThat(read).isSorted().doesNotHaveDuplicates().contains(Long.valueOf(one.id), Long.valueOf(other.id));
        }
    }

    @Test
    void isForServicesAndOperatorsAndSaysWhatIsWrongWithAQuery() {
        read(TestTokens.admin("1"), Map.of()).statusCode(403);
        given().get(PATH).then().statusCode(401);
        read(TestTokens.service(), Map.of("limit", 501)).statusCode(400).body("detail", notNullValue());
        read(TestTokens.service(), Map.of("after", "x")).statusCode(400);
    }

    private static ValidatableResponse read(String token, Map<String, ?> query) {
        return given().auth().oauth2(token).queryParams(query).get(PATH).then();
    }

    private static String before(TestTenant tenant) {
        return Long.toString(Long.parseLong(tenant.id) - 1);
    }
}
