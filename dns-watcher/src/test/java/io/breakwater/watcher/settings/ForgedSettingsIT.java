package io.breakwater.watcher.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.event.Topics;
import io.breakwater.testsupport.dns.DnsServer;
import io.breakwater.testsupport.eventkeys.TestEventKeys;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.records.SigningKey;
import io.breakwater.testsupport.tokens.TestTokens;
import io.breakwater.testsupport.tokens.TokenResource;
import io.breakwater.watcher.LongPolls;
import io.breakwater.watcher.OwnerResource;
import io.breakwater.watcher.Server;
import io.breakwater.watcher.TestTenant;
import io.breakwater.watcher.polling.Watches;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is told in config-service's name, with its key, does not stay: its database is the truth. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(OwnerResource.class)
@TestProfile(ForgedSettingsIT.AskingTheOwner.class)
@DisplayName("Forged settings (I2, I10)")
class ForgedSettingsIT {
    private static final long FAR = 1L << 62;

    /** A profile of its own, so that no other test gets the owner. */
    public static class AskingTheOwner extends LongPolls {}

    @Inject
    Watches watches;

    @Inject
    MeterRegistry meters;

    private KafkaEvents bus;
    private DnsServer server;
    private TestTenant tenant;
    private List<List<String>> records;
    private DrSettings genuine;

    @BeforeEach
    void aRecordOfTheTenant() {
        bus = KafkaEvents.fromNow(Topics.DR_OBSERVED);
        server = Server.BIND.start(Optional.empty());
        String id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 50, 1L << 55));
        tenant = new TestTenant(id, SigningKey.generate(), Server.DOMAIN);
        records = tenant.signed("on", -10, 1000);
        server.client().replaceTxt(Server.DOMAIN, 30, records);
        genuine = tenant.settings("authoritative", server.address());
    }

    @AfterEach
    void close() {
        server.close();
        bus.close();
    }

    @Test
    void aForgedKeyOfAFarRevisionIsNotFollowedByWhoKnowsTheTenant() {
        owns(genuine);
        tell(genuine);
        tenant.awaitObserved(bus, "APPLY", records);

        tell(forged(FAR));
        server.client().replaceTxt(Server.DOMAIN, 30, tenant.signed("off", -5, 1000));
        look();

        tenant.await(bus, seen -> "NORMAL".equals(seen.verdict().mode()));
        assertThat(tenant.observed(bus))
                .extracting(seen -> seen.verdict().reason())
                .doesNotContain("BAD_SIGNATURE");
    }

    @Test
    void aForgedKeyThatCameFirstIsReplacedByTheOwnersAndSettingsAreFollowedOn() {
        tell(forged(FAR));
        tenant.awaitObserved(bus, "HOLD", records);

        owns(genuine);

        tenant.awaitObserved(bus, "APPLY", records);
        DrSettings next = tenant.settings("authoritative", server.address());
        owns(next);
        tell(next);
        await().untilAsserted(() -> assertThat(revision()).isEqualTo(next.revision()));
    }

    @Test
    void whatIsUnsignedForeignOrAlteredIsPutAsideAndChangesNothing() {
        owns(genuine);
        tell(genuine);
        tenant.awaitObserved(bus, "APPLY", records);
        long revision = revision();
        double before = refused();

        bus.sendUnsigned(event(forged(revision + 1)));
        bus.sendSignedBy(TestEventKeys.of("dns-watcher"), event(forged(revision + 1)));
        bus.sendSignedBy(TestEventKeys.of(TestEventKeys.STRANGER), event(forged(revision + 1)));
        bus.sendAltered(event(genuine), event(forged(revision + 1)));
        bus.sendRaw(Topics.DR_SETTINGS, tenant.id(), Map.of(), null);

        await().until(() -> refused() >= before + 5);
        assertThat(isWatched()).isTrue();
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void aForgedDeletionOrARevisionWithoutDomainLeavesTheTenantWatched() {
        owns(genuine);
        tell(genuine);
        tenant.awaitObserved(bus, "APPLY", records);

        bus.sendTombstone(EventType.DR_SETTINGS, tenant.id());
        tell(with(genuine, FAR, null, genuine.publicKeys()));

        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).until(this::isWatched);
    }

    @Test
    void aTenantThatTheOwnerDoesNotKnowIsWatchedNoLonger() {
        tell(genuine);

        await().until(() -> !isWatched());
        assertThat(mended()).isTrue();
    }

    @Test
    void aDomainOfWhichNoEventToldIsWatchedAndItsLookIsThereForOthers() {
        owns(genuine);

        tenant.awaitObserved(bus, "APPLY", records);
        await().untilAsserted(() -> given().auth()
                .oauth2(TestTokens.service())
                .get("/api/v1/looks")
                .then()
                .statusCode(200)
                .body("items.customerId", hasItem(tenant.id()))
                .body("items.find { it.customerId == '" + tenant.id() + "' }.observed", equalTo(true)));
        given().auth()
                .oauth2(TestTokens.admin(tenant.id()))
                .get("/api/v1/looks")
                .then()
                .statusCode(403);
    }

    @Test
    void anOperatorHasItComparedNowAndNobodyElse() {
        given().auth()
                .oauth2(TestTokens.operator())
                .post("/api/v1/resync")
                .then()
                .statusCode(200)
                .body("tables.table", hasItems("dr-settings", "dr-states"))
                .body("tables.outcome", equalTo(List.of("OK", "OK")));
        given().auth()
                .oauth2(TestTokens.service())
                .post("/api/v1/resync")
                .then()
                .statusCode(403);
    }

    private void owns(DrSettings settings) {
        String url = ConfigProvider.getConfig().getValue("breakwater.config-service.url", String.class);
        try {
            given().body(EventCodec.mapper().writeValueAsString(settings))
                    .put(url + "/control/dr-settings/" + tenant.id())
                    .then()
                    .statusCode(200);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void tell(DrSettings settings) {
        bus.send(event(settings));
    }

    private EventEnvelope<DrSettings> event(DrSettings settings) {
        return EventEnvelope.of("/config-service", tenant.id(), Instant.now(), settings);
    }

    private DrSettings forged(long revision) {
        TestTenant attacker = new TestTenant(tenant.id(), SigningKey.generate(), tenant.domain());
        return with(
                genuine,
                revision,
                genuine.domain(),
                attacker.settings("authoritative").publicKeys());
    }

    private static DrSettings with(DrSettings base, long revision, String domain, List<DrSettings.DrPublicKey> keys) {
        return new DrSettings(
                base.customerId(),
                revision,
                domain,
                keys,
                base.maxAuthenticationAgeSeconds(),
                base.replay(),
                base.absence(),
                base.compatSignedText(),
                base.lookup());
    }

    private void look() {
        given().auth()
                .oauth2(TestTokens.operator())
                .post("/api/v1/customers/{id}/dns/look", tenant.id())
                .then()
                .statusCode(202);
    }

    private boolean isWatched() {
        return given().auth()
                        .oauth2(TestTokens.service())
                        .get("/api/v1/customers/{id}/dns", tenant.id())
                        .statusCode()
                == 200;
    }

    private long revision() {
        return watches.of(tenant.id()).orElseThrow().status().domain().revision();
    }

    private double refused() {
        return meters.find("breakwater.events.refused").tag("topic", Topics.DR_SETTINGS).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private boolean mended() {
        return meters.get("breakwater.resync.mended")
                        .tag("table", "dr-settings")
                        .counter()
                        .count()
                > 0;
    }
}
