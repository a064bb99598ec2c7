package io.breakwater.watcher.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.event.Topics;
import io.breakwater.testsupport.dns.DnsServer;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.tokens.TestTokens;
import io.breakwater.testsupport.tokens.TokenResource;
import io.breakwater.watcher.LongPolls;
import io.breakwater.watcher.Server;
import io.breakwater.watcher.TestTenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
@TestProfile(LongPolls.class)
@DisplayName("Status, poke and settings")
class DnsStatusIT {
    private static final String PATH = "/api/v1/customers/{id}/dns";

    private KafkaEvents bus;

    @BeforeEach
    void listen() {
        bus = KafkaEvents.fromNow(Topics.DR_OBSERVED, Topics.DEAD_LETTER);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void aPokeMakesALookAtOnce() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            tenant.watched(bus, server.address());
            tenant.awaitObserved(bus, "NONE", List.of());
            List<List<String>> records = tenant.signed("on", -10, 1000);
            server.client().replaceTxt(Server.DOMAIN, 30, records);

            given().auth()
                    .oauth2(TestTokens.admin(tenant.id()))
                    .post(PATH + "/look", tenant.id())
                    .then()
                    .statusCode(202);

            DrObserved seen = tenant.awaitObserved(bus, "APPLY", records);
            assertThat(seen.trigger()).isEqualTo("POKE");
        }
    }

    @Test
    void aSettingsChangeMakesALookAtOnceAndAnOlderRevisionChangesNothing() {
        try (DnsServer server = Server.KNOT.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            DrSettings older = tenant.settings("authoritative", server.address());
            tenant.watched(bus, server.address());
            tenant.awaitObserved(bus, "NONE", List.of());
            TestTenant moved = new TestTenant(tenant.id(), tenant.key(), "other." + Server.ZONE);
            moved.watched(bus, server.address());
            moved.await(bus, seen -> seen.domain().equals("other." + Server.ZONE));

            bus.send(EventEnvelope.of("/config-service", tenant.id(), Instant.now(), older));
            send(tenant, withDomain(tenant, "third." + Server.ZONE, server.address()));
            moved.await(bus, seen -> seen.domain().equals("third." + Server.ZONE));

            assertThat(tenant.observed(bus))
                    .extracting(DrObserved::domain)
                    .containsExactly(Server.DOMAIN, "other." + Server.ZONE, "third." + Server.ZONE);
        }
    }

    @Test
    @DisplayName("A tenant sees only itself (I8), and nobody sees anything without a token")
    void anotherTenantIsAsIfItWereNotThere() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            tenant.watched(bus, server.address());
            tenant.awaitObserved(bus, "NONE", List.of());

            given().get(PATH, tenant.id()).then().statusCode(401);
            given().post(PATH + "/look", tenant.id()).then().statusCode(401);
            String stranger = TestTokens.admin("somebody-else");
            given().auth().oauth2(stranger).get(PATH, tenant.id()).then().statusCode(404);
            given().auth()
                    .oauth2(stranger)
                    .post(PATH + "/look", tenant.id())
                    .then()
                    .statusCode(404);
            given().auth()
                    .oauth2(TestTokens.agent(tenant.id(), "a", "g", "APP_CONNECTOR"))
                    .post(PATH + "/look", tenant.id())
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(TestTokens.service())
                    .get(PATH, tenant.id())
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void anUnknownCustomerIsAProblem() {
        given().auth()
                .oauth2(TestTokens.service())
                .get(PATH, "nobody")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("resource.not.found"));
    }

    @Test
    void settingsThatCannotBeFollowedGoToTheDeadLettersAndTheOthersGoOn() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            tenant.watched(bus, server.address());
            tenant.awaitObserved(bus, "NONE", List.of());

            send(tenant, withDomain(tenant, "no host name", server.address()));
            bus.sendRaw(Topics.DR_SETTINGS, tenant.id(), Map.of(), "garbage".getBytes(StandardCharsets.UTF_8));
            bus.sendRaw(
                    Topics.DR_SETTINGS,
                    tenant.id(),
                    Map.of("ce_type", "io.breakwater.of-tomorrow.v9"),
                    "{}".getBytes(StandardCharsets.UTF_8));
            bus.awaitRaw(Topics.DEAD_LETTER, letter -> tenant.id().equals(letter.key()) && letter.value().length == 7);

            given().auth()
                    .oauth2(TestTokens.admin(tenant.id()))
                    .get(PATH, tenant.id())
                    .then()
                    .statusCode(200)
                    .body("domain", equalTo(Server.DOMAIN));
        }
    }

    @Test
    void aTenantWithoutADomainIsWatchedNoLonger() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            tenant.watched(bus, server.address());
            tenant.awaitObserved(bus, "NONE", List.of());

            send(tenant, withDomain(tenant, null, server.address()));

            await().untilAsserted(() -> given().auth()
                    .oauth2(TestTokens.admin(tenant.id()))
                    .get(PATH, tenant.id())
                    .then()
                    .statusCode(404));
        }
    }

    @Test
    @DisplayName("A deleted tenant's domain is polled no longer; that is no observation (I3)")
    void aDeletedTenantIsWatchedNoLonger() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            List<List<String>> records = tenant.signed("on", -10, 1000);
            server.client().replaceTxt(Server.DOMAIN, 30, records);
            tenant.watched(bus, server.address());
            tenant.awaitObserved(bus, "APPLY", records);

            bus.sendTombstone(EventType.DR_SETTINGS, tenant.id());

            await().untilAsserted(() -> given().auth()
                    .oauth2(TestTokens.admin(tenant.id()))
                    .get(PATH, tenant.id())
                    .then()
                    .statusCode(404));
            assertThat(tenant.observed(bus))
                    .extracting(seen -> seen.verdict().verdict())
                    .containsOnly("APPLY");
        }
    }

    private void send(TestTenant tenant, DrSettings settings) {
        EventEnvelope<DrSettings> event = EventEnvelope.of("/config-service", tenant.id(), Instant.now(), settings);
        bus.send(event);
    }

    private static DrSettings withDomain(TestTenant tenant, String domain, InetSocketAddress server) {
        DrSettings base = tenant.settings("authoritative", server);
        return new DrSettings(
                tenant.id(),
                base.revision(),
                domain,
                base.publicKeys(),
                base.maxAuthenticationAgeSeconds(),
                base.replay(),
                base.absence(),
                true,
                base.lookup());
    }
}
