package io.breakwater.config.drsettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.Topics;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.records.SigningKey;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DR settings and keys, and what is told of them. */
@RunningConfigService
class DrSettingsIT {
    private static final String SETTINGS = "dr-settings";

    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
    }

    private ValidatableResponse put(Map<String, ?> body) {
        return tenant.request().body(body).put(tenant.own(SETTINGS)).then();
    }

    private ValidatableResponse addKey(String pem) {
        return tenant.request()
                .body(Map.of("pem", pem))
                .post(tenant.own(SETTINGS + "/keys"))
                .then();
    }

    private ValidatableResponse get() {
        return tenant.request().get(tenant.own(SETTINGS)).then().statusCode(200);
    }

    @Test
    void startWithTheDefaults() {
        get().body("domain", nullValue())
                .body("maxAuthenticationAge", equalTo("P14D"))
                .body("replay", equalTo("strict"))
                .body("absence", equalTo("keep"))
                .body("compatSignedText", equalTo(true))
                .body("lookup.mode", equalTo("authoritative"))
                .body("keys", hasSize(0));
    }

    @Test
    @DisplayName("I5: settings and the event that tells of them commit together")
    void areToldWholeWithEachChange() {
        SigningKey key = SigningKey.generate();
        try (KafkaEvents events = KafkaEvents.fromBeginning(Topics.DR_SETTINGS, Topics.CONFIG_CHANGED)) {
            put(Map.of(
                            "domain", "DR.Example.com.",
                            "maxAuthenticationAge", "P2W",
                            "replay", "window-only",
                            "absence", "off-after:PT10M",
                            "compatSignedText", false,
                            "lookup", Map.of("mode", "recursive", "servers", List.of("127.0.0.1:5354"))))
                    .statusCode(200)
                    .body("domain", equalTo("dr.example.com"));
            String id = addKey(key.publicPem())
                    .statusCode(201)
                    .body("fingerprint", equalTo(key.fingerprint()))
                    .extract()
                    .path("id");
            DrSettings told = events.await(
                            DrSettings.class,
                            event -> event.key().equals(tenant.customerId())
                                    && !event.data().publicKeys().isEmpty())
                    .data();
            assertThat(told.domain()).isEqualTo("dr.example.com");
            assertThat(told.maxAuthenticationAgeSeconds()).isEqualTo(14 * 86_400);
            assertThat(told.absence()).isEqualTo("off-after:PT10M");
            assertThat(told.compatSignedText()).isFalse();
            assertThat(told.lookup()).isEqualTo(new DrSettings.DnsLookup("recursive", List.of("127.0.0.1:5354")));
            assertThat(told.publicKeys().get(0).id()).isEqualTo(id);
            assertThat(events.seen(DrSettings.class, tenant.customerId()))
                    .extracting(event -> event.data().revision())
                    .isSorted();
            events.await(
                    ConfigChanged.class,
                    event -> event.data().customerId().equals(tenant.customerId())
                            && event.data().objectType().equals("drSettings"));
            tenant.request().delete(tenant.own(SETTINGS + "/keys/" + id)).then().statusCode(204);
            tenant.request().delete(tenant.own(SETTINGS + "/keys/" + id)).then().statusCode(404);
        }
    }

    @Test
    void areToldAgainOnDemand() {
        try (KafkaEvents events = KafkaEvents.fromNow(Topics.DR_SETTINGS)) {
            tenant.request().post(tenant.own(SETTINGS + "/announcement")).then().statusCode(202);
            events.await(DrSettings.class, event -> event.key().equals(tenant.customerId()));
            get().body("revision", equalTo(1));
        }
    }

    @Test
    void refuseAPrivateKeyAndDoNotRepeatIt() {
        String pem = SigningKey.generate().privatePem();
        addKey(pem)
                .statusCode(400)
                .body("code", equalTo("key.refused"))
                .body("detail", containsString("private"))
                .body("detail", not(containsString(pem.substring(40, 60))));
        addKey(SigningKey.generate(1024).publicPem()).statusCode(400).body("code", equalTo("key.refused"));
        addKey("nonsense").statusCode(400).body("code", equalTo("key.refused"));
        tenant.request()
                .body(Map.of())
                .post(tenant.own(SETTINGS + "/keys"))
                .then()
                .statusCode(400);
        get().body("keys", hasSize(0));
    }

    @Test
    void haveAKeyOnce() {
        String pem = SigningKey.generate().publicPem();
        addKey(pem).statusCode(201);
        addKey(pem).statusCode(409);
        get().body("keys", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "domain,not a host name",
        "domain,192.0.2.1",
        "domain,-x.example.com",
        "domain,a..b",
        "maxAuthenticationAge,fortnight",
        "maxAuthenticationAge,PT1S",
        "maxAuthenticationAge,P9999D",
        "replay,sometimes",
        "absence,off",
        "absence,off-after:PT1S",
        "absence,off-after:soon"
    })
    void nameTheFieldThatIsWrong(String field, String value) {
        put(Map.of(field, value))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(field));
        get().body("domain", nullValue()).body("revision", equalTo(1));
    }

    @Test
    void nameEveryFieldThatIsWrong() {
        put(Map.of("domain", "a b", "lookup", Map.of("mode", "guess", "servers", List.of("x:0"))))
                .statusCode(400)
                .body("errors.field", contains("domain", "lookup.mode", "lookup.servers"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{\"compatSignedText\":\"perhaps\"}",
                "{\"lookup\":7}",
                "{\"domain\":{}}"
            })
    void refuseABodyThatIsNone(String body) {
        tenant.request()
                .body(body)
                .put(tenant.own(SETTINGS))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        get().body("revision", equalTo(1));
    }
}
