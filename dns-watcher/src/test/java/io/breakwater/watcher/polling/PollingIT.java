package io.breakwater.watcher.polling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.contracts.event.Topics;
import io.breakwater.testsupport.dns.DnsServer;
import io.breakwater.testsupport.dns.DnsZoneResource;
import io.breakwater.testsupport.dns.TestZone;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.records.Records;
import io.breakwater.testsupport.records.SigningKey;
import io.breakwater.testsupport.tokens.TestTokens;
import io.breakwater.testsupport.tokens.TokenResource;
import io.breakwater.watcher.Server;
import io.breakwater.watcher.TestTenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(DnsZoneResource.class)
@TestProfile(PollingIT.ShortPolls.class)
@DisplayName("Polling alone: what servers say becomes an event, and what they do not say never does")
class PollingIT {
    private static final InetSocketAddress NOBODY = new InetSocketAddress("127.0.0.1", 9);

    private KafkaEvents bus;

    public static class ShortPolls implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "breakwater.watcher.polling.min-interval", "PT0.3S",
                    "breakwater.watcher.polling.max-interval", "PT0.5S",
                    "breakwater.watcher.polling.heartbeat", "PT3S",
                    "breakwater.watcher.lookups.timeout", "PT0.4S",
                    "breakwater.watcher.lookups.hedge-after", "PT0.1S",
                    "breakwater.watcher.back-off.max", "PT1S");
        }
    }

    @BeforeEach
    void listen() {
        bus = KafkaEvents.fromNow(Topics.DR_OBSERVED);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsSeenByPollingAndTheRecordIsTheEvidence(Server kind) {
        try (DnsServer server = kind.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            tenant.watched(bus, server.address());
            tenant.awaitObserved(bus, "NONE", List.of());

            List<List<String>> records = tenant.signed("on", -10, 1000);
            server.client().replaceTxt(Server.DOMAIN, 30, records);
            DrObserved seen = tenant.awaitObserved(bus, "APPLY", records);

            assertThat(seen.trigger()).isEqualTo("POLL");
            assertThat(seen.ttlSeconds()).isEqualTo(30);
            assertThat(seen.answers()).extracting(answer -> answer.outcome()).containsExactly("FOUND");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("A dead authority is no observation (I3): no event, and the status says so")
    void aDeadAuthorityIsNoObservation(Server kind) {
        TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
        try (DnsServer server = kind.start(Optional.empty())) {
            List<List<String>> records = tenant.signed("on", -10, 1000);
            server.client().replaceTxt(Server.DOMAIN, 30, records);
            tenant.watched(bus, server.address());
            tenant.awaitObserved(bus, "APPLY", records);

            server.kill();
            awaitStatus(tenant, "undecided", "NO_ANSWER");
            int events = tenant.observed(bus).size();
            status(tenant)
                    .body("observed", equalTo(false))
                    .body("verdict.verdict", equalTo("APPLY"))
                    .body("answers[0].outcome", equalTo("UNAVAILABLE"));
            assertThat(tenant.observed(bus)).hasSize(events);

            server.start();
            server.client().replaceTxt(Server.DOMAIN, 30, List.of());
            tenant.awaitObserved(bus, "NONE", List.of());
        }
    }

    @Test
    void anAuthorityThatHasNotTheZoneIsNoObservation() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey("dr.another.test");
            tenant.watched(bus, server.address());

            awaitStatus(tenant, "undecided", "NO_ANSWER");
            status(tenant).body("answers[0].detail", startsWith("REFUSED"));
            assertThat(tenant.observed(bus)).isEmpty();
        }
    }

    @Test
    void withAKeyTheNewestOfDisagreeingAuthoritiesCounts() {
        try (DnsServer first = Server.BIND.start(Optional.empty());
                DnsServer second = Server.KNOT.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            List<List<String>> old = tenant.signed("off", -100, 1000);
            List<List<String>> newer = tenant.signed("on", -10, 1000);
            first.client().replaceTxt(Server.DOMAIN, 30, old);
            second.client().replaceTxt(Server.DOMAIN, 30, newer);

            tenant.watched(bus, first.address(), second.address(), NOBODY);

            tenant.awaitObserved(bus, "APPLY", newer);
            awaitStatus(tenant, "verdict.mode", "ACTIVE");
            status(tenant)
                    .body("answers.outcome", hasItem("UNAVAILABLE"))
                    .body("answers.findAll { it.outcome == 'FOUND' }.size()", equalTo(2));
        }
    }

    @Test
    void withoutAKeyAMajorityThatStandsForTwoSecondsCounts() {
        try (DnsServer first = Server.BIND.start(Optional.empty());
                DnsServer second = Server.KNOT.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withoutKey(Server.DOMAIN);
            List<List<String>> on = Records.unsigned("on", null, null);
            first.client().replaceTxt(Server.DOMAIN, 30, on);
            tenant.watched(bus, first.address(), second.address(), NOBODY);
            awaitStatus(tenant, "undecided", "NO_MAJORITY");
            assertThat(tenant.observed(bus)).isEmpty();

            Instant changed = Instant.now();
            second.client().replaceTxt(Server.DOMAIN, 30, on);
            DrObserved seen = tenant.awaitObserved(bus, "APPLY", on);

            assertThat(seen.seenAt()).isAfter(changed.plusSeconds(2));
        }
    }

    @Test
    @DisplayName("At t and after x the same record gives another verdict, and that is an event")
    void looksAtTheStartAndAfterTheEnd() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            List<List<String>> records = tenant.signed("test", 2, 4);
            server.client().replaceTxt(Server.DOMAIN, 30, records);
            tenant.watched(bus, server.address());

            tenant.awaitObserved(bus, "PENDING", records);
            DrObserved started = tenant.awaitObserved(bus, "APPLY", records);
            DrObserved ended = tenant.awaitObserved(bus, "EXPIRED", records);

            assertThat(started.seenAt().getEpochSecond())
                    .isEqualTo(started.verdict().t());
            assertThat(ended.seenAt().getEpochSecond())
                    .isEqualTo(ended.verdict().x() + 1);
        }
    }

    @Test
    void findsTheAuthoritiesByItselfAndTheAddressesOfTheEdges() {
        TestTenant tenant = TestTenant.withKey(TestZone.DR_DOMAIN);
        List<List<String>> records = tenant.signed("on", -10, 1000);
        TestZone.client().replaceAddress(TestZone.DR_DOMAIN, 30, new InetSocketAddress("192.0.2.7", 0));
        TestZone.client().replaceTxt(TestZone.DR_DOMAIN, 30, records);

        tenant.watched(bus);

        tenant.awaitObserved(bus, "APPLY", records);
        awaitStatus(tenant, "zone", TestZone.ORIGIN);
        awaitStatus(tenant, "addresses.outcome", "FOUND");
        status(tenant)
                .body("addresses.addresses", contains("192.0.2.7"))
                .body("authorities.name", contains("ns1." + TestZone.ORIGIN))
                .body("nextLook", notNullValue())
                .body("rrset.size()", equalTo(2));
        TestZone.client().replaceTxt(TestZone.DR_DOMAIN, 30, List.of());
    }

    @Test
    void recordsOfAForeignKeyAreToldAsHeld() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            TestTenant forger = new TestTenant(tenant.id(), SigningKey.generate(), Server.DOMAIN);
            List<List<String>> forged = forger.signed("on", -10, 1000);
            server.client().replaceTxt(Server.DOMAIN, 30, forged);
            tenant.watched(bus, server.address());

            assertThat(tenant.awaitObserved(bus, "HOLD", forged).verdict().reason())
                    .isEqualTo("BAD_SIGNATURE");
        }
    }

    @Test
    void whatWasAppliedBeforeMakesAnOlderRecordAReplay() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            List<List<String>> records = tenant.signed("on", -100, 1000);
            server.client().replaceTxt(Server.DOMAIN, 30, records);
            long now = Instant.now().getEpochSecond();
            List<List<String>> applied = tenant.signed("off", -50, 1000);
            bus.send(EventEnvelope.of("/dr-controller", tenant.id(), Instant.now(), state(tenant, now, applied)));
            tenant.watched(bus, server.address());

            DrObserved seen = tenant.awaitObserved(bus, "HOLD", records);

            assertThat(seen.verdict().reason()).isEqualTo("REPLAY");
        }
    }

    @Test
    @DisplayName("A replay state is nothing without the record that shows it, whoever signed the event (I2)")
    void whatSomebodySaysToHaveBeenAppliedMakesNoGenuineRecordAReplay() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            List<List<String>> records = tenant.signed("on", -100, 1000);
            server.client().replaceTxt(Server.DOMAIN, 30, records);
            long ahead = Instant.now().getEpochSecond() + 1_000_000;
            bus.send(EventEnvelope.of("/dr-controller", tenant.id(), Instant.now(), state(tenant, ahead, null)));
            tenant.watched(bus, server.address());

            assertThat(tenant.await(bus, seen -> sameRecords(seen, records))
                            .verdict()
                            .verdict())
                    .isEqualTo("APPLY");
        }
    }

    private static boolean sameRecords(DrObserved seen, List<List<String>> records) {
        return Set.copyOf(seen.rrset()).equals(Set.copyOf(records));
    }

    @Test
    void aTenantMayHaveResolversAsked() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            List<List<String>> records = tenant.signed("on", -10, 1000);
            server.client().replaceTxt(Server.DOMAIN, 30, records);
            bus.send(EventEnvelope.of(
                    "/config-service", tenant.id(), Instant.now(), tenant.settings("recursive", server.address())));

            tenant.awaitObserved(bus, "APPLY", records);
            status(tenant).body("mode", equalTo("recursive"));
        }
    }

    @Test
    void anUnchangedRecordIsToldAgainAsAHeartbeat() {
        try (DnsServer server = Server.BIND.start(Optional.empty())) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            tenant.watched(bus, server.address());

            await().untilAsserted(() -> assertThat(tenant.observed(bus)).hasSizeGreaterThan(1));
            List<DrObserved> seen = tenant.observed(bus);

            assertThat(seen.get(1).seenAt()).isAfter(seen.get(0).seenAt().plusMillis(2_500));
        }
    }

    private static DrStateChanged state(TestTenant tenant, long lastT, List<List<String>> evidence) {
        ReplayView replay = new ReplayView(lastT, "0".repeat(64), lastT + 1000, Map.of());
        return new DrStateChanged(
                tenant.id(),
                tenant.domain(),
                "NORMAL",
                "NORMAL",
                null,
                null,
                null,
                Instant.now(),
                1,
                null,
                replay,
                evidence,
                Instant.now());
    }

    private static void awaitStatus(TestTenant tenant, String path, String value) {
        await().untilAsserted(() -> status(tenant).body(path, equalTo(value)));
    }

    private static ValidatableResponse status(TestTenant tenant) {
        return given().auth()
                .oauth2(TestTokens.admin(tenant.id()))
                .get("/api/v1/customers/{id}/dns", tenant.id())
                .then()
                .statusCode(200);
    }
}
