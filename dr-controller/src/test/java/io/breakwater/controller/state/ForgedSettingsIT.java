package io.breakwater.controller.state;

import static io.breakwater.testsupport.records.Records.signedOff;
import static io.breakwater.testsupport.records.Records.signedOn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.controller.RealServers;
import io.breakwater.controller.TestTenant;
import io.breakwater.testsupport.tokens.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Somebody has the key with which config-service signs its events. */
@QuarkusTest
@RealServers
class ForgedSettingsIT {

    @Test
    @DisplayName("I10: settings whose revision jumps are not taken, and the genuine ones go on counting")
    void aJumpIsRefused() {
        try (TestTenant tenant = TestTenant.withKey()) {
            tenant.tell(withRevision(tenant.settings("strict", "keep", TestTenant.OTHER_KEY), 1L << 62));
            tenant.observe(signedOn(TestTenant.OTHER_KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));
            tenant.awaitHeld("BAD_SIGNATURE");

            tenant.drain(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 20, tenant.now + 3600), "ACTIVE");

            assertThat(tenant.published())
                    .allMatch(changed -> changed.identity() == null || changed.t() == tenant.now - 20);
        }
    }

    @Test
    @DisplayName(
            "I10: a wrong ACTIVE by settings of an attacker goes back by itself, and the same record can come again")
    void aWrongActiveGoesBack() {
        try (TestTenant tenant = TestTenant.withKey()) {
            DrSettings forged = tenant.settings("strict", "keep", TestTenant.OTHER_KEY);
            long t = tenant.now - 10;
            tenant.observe(signedOn(TestTenant.OTHER_KEY, tenant.domain, t, tenant.now + 3600));
            tenant.awaitHeld("BAD_SIGNATURE");
            tenant.tell(withRevision(forged, 90_000));
            DrStateChanged wrong = tenant.awaitState("ACTIVE");

            DrStateChanged back = tenant.await(changed ->
                    changed.sequence() > wrong.sequence() && changed.mode().equals("NORMAL"));

            assertThat(back.replay().lastIdentity())
                    .as("nothing of the attacker stays")
                    .isNull();
            assertThat(back.replay().lastT()).isNull();
            assertThat(tenant.json("/history").getList("entries.cause")).contains("MENDED");
            tenant.drain(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 60, tenant.now + 3600), "ACTIVE");
        }
    }

    @Test
    @DisplayName("I10: a genuine ACTIVE that an attacker's settings ended is found again")
    void aWrongEndGoesBack() {
        try (TestTenant tenant = TestTenant.withKey()) {
            DrSettings forged = tenant.settings("strict", "keep", TestTenant.OTHER_KEY);
            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 60, tenant.now + 3600));
            DrStateChanged on = tenant.awaitState("ACTIVE");
            tenant.observe(signedOff(TestTenant.OTHER_KEY, tenant.domain, tenant.now - 10, tenant.now + 3600));
            tenant.awaitHeld("BAD_SIGNATURE");
            tenant.tell(forged);
            DrStateChanged wrong = tenant.await(changed -> changed.mode().equals("NORMAL"));

            DrStateChanged back = tenant.await(changed ->
                    changed.sequence() > wrong.sequence() && changed.mode().equals("ACTIVE"));

            assertThat(back.identity()).isEqualTo(on.identity());
            assertThat(back.replay().lastIdentity()).isEqualTo(on.identity());
        }
    }

    @Test
    void anOperatorHasItComparedNowAndIsToldWhatWasMended() {
        try (TestTenant tenant = TestTenant.withKey()) {
            given().auth()
                    .oauth2(TestTokens.operator())
                    .post("/api/v1/resync")
                    .then()
                    .statusCode(200)
                    .body("tables.table", equalTo(List.of("agents", "dr-settings")))
                    .body("tables.outcome", equalTo(List.of("OK", "OK")));
            given().auth()
                    .oauth2(TestTokens.admin(tenant.id))
                    .post("/api/v1/resync")
                    .then()
                    .statusCode(403);
            given().post("/api/v1/resync").then().statusCode(401);
        }
    }

    @Test
    @DisplayName("I10: settings of a tenant that config-service does not know are gone with the next comparison")
    void anInventedTenantIsForgotten() {
        try (TestTenant tenant = new TestTenant()) {
            tenant.tell(tenant.settings("strict", "keep", TestTenant.OTHER_KEY));
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(TestTenant.PATIENCE)
                    .untilAsserted(() -> tenant.get("").statusCode(200).body("domain", equalTo(null)));
        }
    }

    private static DrSettings withRevision(DrSettings settings, long revision) {
        return new DrSettings(
                settings.customerId(),
                revision,
                settings.domain(),
                settings.publicKeys(),
                settings.maxAuthenticationAgeSeconds(),
                settings.replay(),
                settings.absence(),
                settings.compatSignedText(),
                settings.lookup());
    }
}
