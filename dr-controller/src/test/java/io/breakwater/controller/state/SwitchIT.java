package io.breakwater.controller.state;

import static io.breakwater.testsupport.records.Records.signedOff;
import static io.breakwater.testsupport.records.Records.signedOn;
import static io.breakwater.testsupport.records.Records.signedTest;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.controller.RealServers;
import io.breakwater.controller.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class SwitchIT {

    @Test
    void aTenantGoesOnThenToTestThenOffAndTheHistoryTellsAllOfIt() {
        try (TestTenant tenant = TestTenant.withKey()) {
            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));
            DrStateChanged on = tenant.awaitState("ACTIVE");
            tenant.observe(signedTest(TestTenant.KEY, tenant.domain, tenant.now - 20, tenant.now + 3600));
            DrStateChanged test = tenant.awaitState("TESTING");
            tenant.observe(signedOff(TestTenant.KEY, tenant.domain, tenant.now - 10, tenant.now + 3600));
            DrStateChanged off = tenant.awaitState("NORMAL");

            assertThat(List.of(on.sequence(), test.sequence(), off.sequence())).containsExactly(1L, 2L, 3L);
            assertThat(on.mode()).isEqualTo("ACTIVE");
            assertThat(on.t()).isEqualTo(tenant.now - 30);
            assertThat(on.evidence()).hasSize(2);
            assertThat(off.replay().superseded()).containsKeys(on.identity(), test.identity());
            assertThat(off.replay().lastIdentity()).isEqualTo(off.identity());

            JsonPath history = tenant.json("/history");
            assertThat(history.getList("entries.sequence")).containsExactly(3, 2, 1);
            assertThat(history.getList("entries.after.mode")).containsExactly("NORMAL", "TEST", "ACTIVE");
            assertThat(history.getList("entries.before.mode")).containsExactly("TEST", "ACTIVE", "NORMAL");
            assertThat(history.getList("entries.judgement.verdict")).containsOnly("APPLY");
            assertThat(history.getList("entries.judgement.keyFingerprint")).containsOnly(TestTenant.KEY.fingerprint());
            assertThat(history.getString("entries[2].answers[0].server")).isEqualTo("192.0.2.1:53");
            assertThat(history.getString("entries[2].evidence[0][0]")).startsWith("v=1;");
        }
    }

    @Test
    void theStateIsReadOverRest() {
        try (TestTenant tenant = TestTenant.withKey()) {
            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));
            DrStateChanged on = tenant.awaitState("ACTIVE");

            JsonPath state = tenant.json("");
            assertThat(state.getString("state")).isEqualTo("ACTIVE");
            assertThat(state.getString("identity")).isEqualTo(on.identity());
            assertThat(state.getLong("x")).isEqualTo(tenant.now + 3600);
            assertThat(Instant.parse(state.getString("nextTimer")).getEpochSecond())
                    .isEqualTo(tenant.now + 3601);
            assertThat(state.getString("domain")).isEqualTo(tenant.domain);
            assertThat(state.getString("lastObserved.verdict")).isEqualTo("APPLY");
        }
    }

    /** I5: events may come twice, late and out of order; each has its effect once. */
    @Test
    void repeatedEventsHaveOneEffect() {
        try (TestTenant tenant = TestTenant.withKey()) {
            EventEnvelope<DrObserved> on = tenant.observation(
                    signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600), Instant.now());
            for (int i = 0; i < 5; i++) {
                tenant.bus.send(on);
            }
            tenant.drain(signedOff(TestTenant.KEY, tenant.domain, tenant.now - 10, tenant.now + 3600), "NORMAL");

            assertThat(tenant.published()).extracting(DrStateChanged::state).containsExactly("ACTIVE", "NORMAL");
            assertThat(tenant.json("/history").getList("entries")).hasSize(2);
        }
    }

    /** I5: whatever the order in which the looks arrive, the newest activation is in force at the end. */
    @Test
    void lateEventsHaveNoEffect() {
        for (int seed = 0; seed < 5; seed++) {
            try (TestTenant tenant = TestTenant.withKey()) {
                Instant start = Instant.ofEpochSecond(tenant.now);
                List<EventEnvelope<DrObserved>> looks = new ArrayList<>(List.of(
                        tenant.observation(
                                signedOn(TestTenant.KEY, tenant.domain, tenant.now - 40, tenant.now + 3600),
                                start.minusSeconds(40)),
                        tenant.observation(
                                signedOff(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600),
                                start.minusSeconds(30)),
                        tenant.observation(
                                signedOn(TestTenant.KEY, tenant.domain, tenant.now - 20, tenant.now + 3600),
                                start.minusSeconds(20)),
                        tenant.observation(
                                signedTest(TestTenant.KEY, tenant.domain, tenant.now - 10, tenant.now + 3600),
                                start.minusSeconds(10))));
                Collections.shuffle(looks, new Random(seed));
                looks.forEach(tenant.bus::send);

                Awaitility.await()
                        .pollInSameThread()
                        .atMost(TestTenant.PATIENCE)
                        .until(() -> "TESTING".equals(tenant.json("").getString("state")));
                tenant.drain(signedOff(TestTenant.KEY, tenant.domain, tenant.now - 5, tenant.now + 3600), "NORMAL");
                assertThat(tenant.published())
                        .as("no look is refused as a replay only because it came late")
                        .allMatch(changed -> changed.held() == null);
            }
        }
    }

    @Test
    void aLookThatTellsNothingNewWritesNoHistory() {
        try (TestTenant tenant = TestTenant.withKey()) {
            List<List<String>> on = signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600);
            tenant.observe(on);
            tenant.awaitState("ACTIVE");
            Instant second = Instant.now().plusMillis(5);
            tenant.bus.send(tenant.observation(on, second));

            Awaitility.await()
                    .pollInSameThread()
                    .atMost(TestTenant.PATIENCE)
                    .until(() -> Instant.parse(tenant.json("").getString("lastObserved.seenAt"))
                                    .toEpochMilli()
                            == second.toEpochMilli());
            assertThat(tenant.json("/history").getList("entries")).hasSize(1);
            assertThat(tenant.published()).hasSize(1);
        }
    }

    @Test
    void theHistoryIsReadInPages() {
        try (TestTenant tenant = TestTenant.withKey()) {
            for (int i = 0; i < 5; i++) {
                long t = tenant.now - 50 + i;
                tenant.observe(
                        i % 2 == 0
                                ? signedOn(TestTenant.KEY, tenant.domain, t, tenant.now + 3600)
                                : signedOff(TestTenant.KEY, tenant.domain, t, tenant.now + 3600));
                long sequence = i + 1L;
                tenant.await(changed -> changed.sequence() == sequence);
            }

            JsonPath first = tenant.json("/history?limit=2");
            JsonPath second = tenant.json("/history?limit=2&before=" + first.getLong("next"));
            JsonPath third = tenant.json("/history?limit=2&before=" + second.getLong("next"));
            assertThat(first.getList("entries.sequence")).containsExactly(5, 4);
            assertThat(second.getList("entries.sequence")).containsExactly(3, 2);
            assertThat(third.getList("entries.sequence")).containsExactly(1);
            assertThat(third.getString("next")).isNull();
        }
    }
}
