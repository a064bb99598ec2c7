package io.breakwater.controller;

import static io.restassured.RestAssured.given;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.DrObserved.AuthorityAnswer;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrSettings.DnsLookup;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.event.VerdictView;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.records.SigningKey;
import io.breakwater.testsupport.tokens.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A tenant of its own for a test: speaks as config-service and dns-watcher, and reads what dr-controller answers and publishes. */
public final class TestTenant implements AutoCloseable {
    /** Making keys is slow: all tests share two. */
    public static final SigningKey KEY = SigningKey.generate();

    public static final SigningKey OTHER_KEY = SigningKey.generate();

    public static final Duration PATIENCE = Duration.ofSeconds(15);

    public final String id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 60, Long.MAX_VALUE));
    public final String domain = "dr-" + id + ".example.com";
    public final long now = Instant.now().getEpochSecond();
    public final KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_STATE, Topics.DEAD_LETTER);
    private long revision = 1;

    /** A tenant whose settings have arrived. */
    public static TestTenant withKey() {
        TestTenant tenant = new TestTenant();
        tenant.settle(tenant.settings("strict", "keep", KEY));
        return tenant;
    }

    public DrSettings settings(String replay, String absence, SigningKey... keys) {
        List<DrPublicKey> publicKeys = Arrays.stream(keys)
                .map(key -> new DrPublicKey("k" + key.fingerprint(), key.fingerprint(), key.publicPem()))
                .toList();
        return new DrSettings(
                id,
                revision++,
                domain,
                publicKeys,
                1_209_600,
                replay,
                absence,
                true,
                new DnsLookup("authoritative", List.of()));
    }

    /** Settings that config-service owns: published, and waited for until they are used. */
    public void settle(DrSettings settings) {
        StubConfigService.owns(settings);
        tell(settings);
        Awaitility.await()
                .pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> given().auth()
                                .oauth2(TestTokens.admin(id))
                                .get(path(""))
                                .statusCode()
                        == 200);
    }

    /** Has what is stored compared with config-service: from now on it is known that its keys were genuine. */
    public void compare() {
        given().auth()
                .oauth2(TestTokens.operator())
                .post("/api/v1/resync")
                .then()
                .statusCode(200);
    }

    /** Settings on the bus that config-service may own or not. */
    public void tell(DrSettings settings) {
        bus.send(EventEnvelope.of("/config-service", id, Instant.now(), settings));
    }

    public EventEnvelope<DrObserved> observation(List<List<String>> rrset, Instant seenAt) {
        return observation(
                rrset,
                seenAt,
                List.of(new AuthorityAnswer("192.0.2.1:53", rrset.isEmpty() ? "ABSENT" : "FOUND", null, null, 900)));
    }

    /** The watcher's own verdict says the opposite of everything: nobody may believe it. */
    public EventEnvelope<DrObserved> observation(
            List<List<String>> rrset, Instant seenAt, List<AuthorityAnswer> answers) {
        VerdictView lie = new VerdictView("APPLY", "OK", "ACTIVE", null, null, "00");
        return EventEnvelope.of(
                "/dns-watcher", id, seenAt, new DrObserved(id, domain, rrset, answers, 30L, seenAt, lie, "NOTIFY"));
    }

    public void observe(List<List<String>> rrset) {
        bus.send(observation(rrset, Instant.now()));
    }

    public DrStateChanged await(Predicate<DrStateChanged> condition) {
        return bus.await(DrStateChanged.class, event -> event.key().equals(id) && condition.test(event.data()))
                .data();
    }

    public DrStateChanged awaitState(String state) {
        return await(changed -> changed.state().equals(state));
    }

    public DrStateChanged awaitHeld(String reason) {
        return await(
                changed -> changed.held() != null && changed.held().reason().equals(reason));
    }

    /** All that dr-controller published of this tenant up to now. */
    public List<DrStateChanged> published() {
        return bus.seen(DrStateChanged.class, id).stream()
                .map(EventEnvelope::data)
                .toList();
    }

    public String path(String rest) {
        return "/api/v1/customers/" + id + "/dr" + rest;
    }

    public ValidatableResponse get(String rest) {
        return given().auth().oauth2(TestTokens.admin(id)).get(path(rest)).then();
    }

    public JsonPath json(String rest) {
        return get(rest).statusCode(200).extract().jsonPath();
    }

    /** Waits until everything that was sent before has been processed: a record that nobody can miss comes out. */
    public void drain(List<List<String>> last, String state) {
        observe(last);
        awaitState(state);
    }

    @Override
    public void close() {
        bus.close();
    }
}
