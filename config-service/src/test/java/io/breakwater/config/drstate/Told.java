package io.breakwater.config.drstate;

import static io.restassured.RestAssured.given;

import io.breakwater.config.fixture.Tenant;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.testsupport.records.Records;
import io.breakwater.testsupport.records.SigningKey;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A tenant with a DR domain and a key, and what may be told of it. */
record Told(Tenant tenant, SigningKey key, String domain, long now) {
    /** A sequence or time that no genuine one comes near to. */
    static final long FAR = 1L << 62;

    static Told create() {
        Tenant tenant = Tenant.create();
        String domain = "dr" + tenant.customerId() + ".example.com";
        SigningKey key = SigningKey.generate();
        tenant.request()
                .body(Map.of("domain", domain))
                .put(tenant.own("dr-settings"))
                .then()
                .statusCode(200);
        tenant.request()
                .body(Map.of("pem", key.publicPem()))
                .post(tenant.own("dr-settings/keys"))
                .then()
                .statusCode(201);
        return new Told(tenant, key, domain, Instant.now().getEpochSecond());
    }

    /** A record that began that many seconds ago. */
    List<List<String>> on(long secondsAgo) {
        return Records.signedOn(key, domain, now - secondsAgo, now + 3600);
    }

    List<List<String>> off(long secondsAgo) {
        return Records.signedOff(key, domain, now - secondsAgo, now + 3600);
    }

    List<List<String>> test(long secondsAgo) {
        return Records.signedTest(key, domain, now - secondsAgo, now + 3600);
    }

    /** With a replay state that is nobody's business: none of it may be seen anywhere. */
    DrStateChanged state(String mode, long sequence, List<List<String>> evidence) {
        Instant at = Instant.now();
        ReplayView forged = new ReplayView(FAR, "forged", FAR, Map.of("forged-too", FAR));
        return new DrStateChanged(
                tenant.customerId(), domain, mode, mode, null, null, null, at, sequence, null, forged, evidence, at);
    }

    EventEnvelope<DrStateChanged> event(DrStateChanged state) {
        return EventEnvelope.of("/dr-controller", tenant.customerId(), Instant.now(), state);
    }

    EventEnvelope<DrStateChanged> event(String mode, long sequence, List<List<String>> evidence) {
        return event(state(mode, sequence, evidence));
    }

    /** What new snapshots are made of. */
    ValidatableResponse view() {
        return given().auth()
                .oauth2(Tenant.serviceToken())
                .get(tenant.own("dr-view"))
                .then();
    }

    /** When the record in force began, as new agents would learn it; null: none was applied. */
    Long lastT() {
        Number t = view().extract().path("replay.lastT");
        return t == null ? null : t.longValue();
    }
}
