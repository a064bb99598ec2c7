package io.breakwater.config.drsettings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What services read again that keep a copy of the DR settings. */
@RunningConfigService
class AllSettingsIT {
    private static final String PATH = "/api/v1/dr-settings";

    private static ValidatableResponse read(String token, Map<String, ?> query) {
        return given().auth().oauth2(token).queryParams(query).get(PATH).then();
    }

    private static String before(Tenant tenant) {
        return Long.toString(Long.parseLong(tenant.customerId()) - 1);
    }

    @Test
    @DisplayName("I10: whoever keeps a copy of the settings reads them from their owner, keys and revision included")
    void tellsEachTenantsSettings() {
        Tenant tenant = Tenant.create();
        tenant.request()
                .body(Map.of("domain", "dr.example.com", "absence", "off-after:PT10M"))
                .put(tenant.own("dr-settings"))
                .then()
                .statusCode(200);
        int revision = tenant.request().get(tenant.own("dr-settings")).path("revision");

        read(Tenant.serviceToken(), Map.of("after", before(tenant), "limit", 1))
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].customerId", equalTo(tenant.customerId()))
                .body("items[0].revision", equalTo(revision))
                .body("items[0].domain", equalTo("dr.example.com"))
                .body("items[0].absence", equalTo("off-after:PT10M"))
                .body("items[0].publicKeys", hasSize(0))
                .body("items[0].lookup.mode", equalTo("authoritative"));
    }

    @Test
    void readsEveryTenantOncePartByPart() {
        Tenant first = Tenant.create();
        Tenant second = Tenant.create();
        Tenant third = Tenant.create();
        List<String> read = new ArrayList<>();
        String after = before(first);
        while (after != null) {
            ValidatableResponse part = read(Tenant.serviceToken(), Map.of("after", after, "limit", 2));
            read.addAll(part.extract().path("items.customerId"));
            after = part.extract().path("next");
        }
        assertThat(read)
                .containsSubsequence(first.customerId(), second.customerId(), third.customerId())
                .doesNotHaveDuplicates();
        read(Tenant.operatorToken(), Map.of("after", before(first), "limit", 1)).body("next", notNullValue());
        read(Tenant.operatorToken(), Map.of("after", Long.MAX_VALUE))
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    @Test
    @DisplayName("I8: a tenant's administrator does not read other tenants' settings")
    void isForServicesOnly() {
        read(Tenant.create().token(), Map.of()).statusCode(403);
        given().get(PATH).then().statusCode(401);
    }

    @Test
    void namesTheParameterThatIsWrong() {
        for (String after : List.of("x", "-1", "9223372036854775808")) {
            read(Tenant.serviceToken(), Map.of("after", after))
                    .statusCode(400)
                    .body("errors[0].field", equalTo("after"));
        }
        for (String limit : List.of("0", "501", "1.5")) {
            read(Tenant.serviceToken(), Map.of("limit", limit))
                    .statusCode(400)
                    .body("errors[0].field", equalTo("limit"));
        }
    }
}
