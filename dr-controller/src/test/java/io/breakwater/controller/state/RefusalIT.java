package io.breakwater.controller.state;

import static io.breakwater.testsupport.records.Records.foreign;
import static io.breakwater.testsupport.records.Records.partial;
import static io.breakwater.testsupport.records.Records.signed;
import static io.breakwater.testsupport.records.Records.signedOff;
import static io.breakwater.testsupport.records.Records.signedOn;
import static io.breakwater.testsupport.records.Records.signedTest;
import static io.breakwater.testsupport.records.Records.unsigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.DrObserved.AuthorityAnswer;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.event.Topics;
import io.breakwater.controller.RealServers;
import io.breakwater.controller.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Proves I1, I2 and I3: what cannot be believed changes no mode, and is named. */
@QuarkusTest
@RealServers
class RefusalIT {

    @Test
    void aRecordThatWasSupersededIsRefusedAsAReplay() {
        try (TestTenant tenant = TestTenant.withKey()) {
            List<List<String>> on = signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600);
            tenant.observe(on);
            tenant.awaitState("ACTIVE");
            tenant.observe(signedOff(TestTenant.KEY, tenant.domain, tenant.now - 20, tenant.now + 3600));
            tenant.awaitState("NORMAL");

            tenant.observe(on);

            assertNamedAndUnchanged(tenant, "REPLAY", "NORMAL");
        }
    }

    @Test
    void aRecordSignedWithAnotherKeyIsRefused() {
        try (TestTenant tenant = TestTenant.withKey()) {
            tenant.observe(signedOn(TestTenant.OTHER_KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));

            assertNamedAndUnchanged(tenant, "BAD_SIGNATURE", "NORMAL");
        }
    }

    @Test
    void halfAPairIsRefusedAndTheModeIsKept() {
        try (TestTenant tenant = activeTenant()) {
            tenant.observe(partial(TestTenant.KEY, tenant.domain, "off", tenant.now - 10, tenant.now + 3600));

            assertNamedAndUnchanged(tenant, "PARTIAL", "ACTIVE");
        }
    }

    @Test
    void anUnsignedRecordIsRefusedWhenThereIsAKey() {
        try (TestTenant tenant = activeTenant()) {
            tenant.observe(unsigned("off", null, null));

            assertNamedAndUnchanged(tenant, "UNSIGNED_WITH_KEY", "ACTIVE");
        }
    }

    @Test
    void anUnreadableRecordIsRefused() {
        try (TestTenant tenant = activeTenant()) {
            tenant.observe(List.of(List.of("v=1;k=zpa;b=maybe;\u0000\u00ff")));

            assertNamedAndUnchanged(tenant, "MALFORMED", "ACTIVE");
        }
    }

    @Test
    void aSignedRecordForAnotherDomainIsRefused() {
        try (TestTenant tenant = activeTenant()) {
            tenant.observe(signed(TestTenant.KEY, "elsewhere.example.com", "off", tenant.now - 5, tenant.now + 60));

            assertNamedAndUnchanged(tenant, "WRONG_DOMAIN", "ACTIVE");
        }
    }

    /** I3: absence is never an instruction. */
    @Test
    void aMissingRecordKeepsTheModeAndIsShownAsMissing() {
        try (TestTenant tenant = activeTenant()) {
            tenant.observe(List.of());
            assertNamedAndUnchanged(tenant, "NO_RECORD", "ACTIVE");
            tenant.observe(foreign());
            assertThat(tenant.json("").getString("state")).isEqualTo("ACTIVE");
        }
    }

    /** I2: a denial counts only as often and as long as the policy says, by this service's clock too. */
    @Test
    void aBurstOfDenialsEndsNothingWhateverTimesItNames() {
        try (TestTenant tenant = new TestTenant()) {
            tenant.settle(tenant.settings("strict", "off-after:PT120S", TestTenant.KEY));
            Instant start = Instant.now().minusSeconds(400);
            tenant.bus.send(tenant.observation(
                    signedOn(TestTenant.KEY, tenant.domain, tenant.now - 450, tenant.now + 3600), start));
            tenant.awaitState("ACTIVE");

            for (int second = 10; second < 400; second += 30) {
                tenant.bus.send(tenant.observation(List.of(), start.plusSeconds(second), denials(3, 0)));
            }
            for (int second = 1; second < 300; second += 30) {
                tenant.bus.send(tenant.observation(List.of(), Instant.now().plusSeconds(second), denials(3, 0)));
            }
            tenant.awaitHeld("NO_RECORD");
            tenant.drain(signedTest(TestTenant.KEY, tenant.domain, tenant.now - 5, tenant.now + 3600), "TESTING");

            assertThat(tenant.published()).noneMatch(changed -> changed.mode().equals("NORMAL"));
        }
    }

    /** I2: the verdict in the event is the watcher's; ours is made from the evidence. */
    @Test
    void theVerdictInTheEventIsNotBelieved() {
        try (TestTenant tenant = TestTenant.withKey()) {
            tenant.observe(foreign());

            assertThat(tenant.awaitHeld("NO_RECORD").mode()).isEqualTo("NORMAL");
        }
    }

    @Test
    void badEventsArePutAsideOrSkippedAndTheNextGoodOneCounts() {
        try (TestTenant tenant = TestTenant.withKey()) {
            byte[] garbage = "{\"customerId\":".getBytes(StandardCharsets.UTF_8);
            tenant.bus.sendRawSigned(
                    EventType.DR_OBSERVED, tenant.id, headers("io.breakwater.dr.observed.v2", tenant.id), garbage);
            tenant.bus.sendRawSigned(
                    EventType.DR_OBSERVED, tenant.id, headers("io.breakwater.dr.observed.v1", tenant.id), garbage);
            DrObserved foreignKey = tenant.observation(foreign(), Instant.now()).data();
            tenant.bus.send(EventEnvelope.of("/dns-watcher", "not-" + tenant.id, Instant.now(), foreignKey));

            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));

            tenant.awaitState("ACTIVE");
            assertThat(reason(tenant, tenant.id)).contains("not a io.breakwater.dr.observed.v1");
            assertThat(reason(tenant, "not-" + tenant.id)).contains("customerId is not its key");
        }
    }

    @Test
    void olderSettingsDoNotReplaceNewerOnes() {
        try (TestTenant tenant = new TestTenant()) {
            DrSettings older = tenant.settings("strict", "keep", TestTenant.OTHER_KEY);
            tenant.settle(tenant.settings("strict", "keep", TestTenant.KEY));
            tenant.tell(older);

            tenant.drain(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600), "ACTIVE");
        }
    }

    @Test
    void evidenceThatCameBeforeTheSettingsIsJudgedWhenTheyCome() {
        try (TestTenant tenant = new TestTenant()) {
            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));
            tenant.settle(tenant.settings("strict", "keep", TestTenant.KEY));

            DrStateChanged on = tenant.awaitState("ACTIVE");
            assertThat(on.sequence()).isEqualTo(1);
        }
    }

    @Test
    void aKeyThatIsTakenAwayKeepsTheMode() {
        try (TestTenant tenant = activeTenant()) {
            tenant.compare();
            tenant.settle(tenant.settings("strict", "keep", TestTenant.OTHER_KEY));

            assertNamedAndUnchanged(tenant, "BAD_SIGNATURE", "ACTIVE");
            assertThat(tenant.json("/history").getString("entries[0].cause")).isEqualTo("SETTINGS");
        }
    }

    private static TestTenant activeTenant() {
        TestTenant tenant = TestTenant.withKey();
        tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));
        tenant.awaitState("ACTIVE");
        return tenant;
    }

    private static void assertNamedAndUnchanged(TestTenant tenant, String reason, String state) {
        DrStateChanged held = tenant.awaitHeld(reason);
        assertThat(held.state()).isEqualTo(state);
        assertThat(tenant.json("").getString("held.reason")).isEqualTo(reason);
        assertThat(tenant.json("/history").getString("entries[0].judgement.reason"))
                .isEqualTo(reason);
    }

    private static List<AuthorityAnswer> denials(int absent, int unavailable) {
        return Stream.concat(
                        Stream.generate(() -> new AuthorityAnswer("192.0.2.1:53", "ABSENT", null, null, 1))
                                .limit(absent),
                        Stream.generate(() -> new AuthorityAnswer("192.0.2.2:53", "UNAVAILABLE", "TIMEOUT", null, 1))
                                .limit(unavailable))
                .toList();
    }

    private static Map<String, String> headers(String type, String subject) {
        return Map.of(
                "ce_type",
                type,
                "ce_id",
                "bad-" + type,
                "ce_source",
                "/dns-watcher",
                "ce_time",
                "2026-11-20T00:00:00Z",
                "ce_subject",
                subject);
    }

    private static String reason(TestTenant tenant, String key) {
        ConsumerRecord<String, byte[]> letter =
                tenant.bus.awaitRaw(Topics.DEAD_LETTER, record -> key.equals(record.key()));
        return new String(letter.headers().lastHeader("breakwater_reason").value(), StandardCharsets.UTF_8);
    }
}
