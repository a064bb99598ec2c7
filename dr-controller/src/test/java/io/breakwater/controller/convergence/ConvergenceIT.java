package io.breakwater.controller.convergence;

import static io.breakwater.testsupport.records.Records.signedOff;
import static io.breakwater.testsupport.records.Records.signedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Evaluator;
import io.breakwater.activation.KeyRefusedException;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.TrustedKey;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.Topics;
import io.breakwater.controller.RealServers;
import io.breakwater.controller.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class ConvergenceIT {

    @Test
    void anAgentAppearsWithItsFirstStatusAndCountsWhenItFollows() {
        try (TestTenant tenant = TestTenant.withKey()) {
            AgentStatuses first = new AgentStatuses(tenant.id);
            AgentStatuses second = new AgentStatuses(tenant.id);
            DrStateChanged on = activate(tenant);

            tenant.bus.send(first.says("ACTIVE", on.identity()));
            tenant.bus.send(second.says("NORMAL", null));
            JsonPath one = await(tenant, json -> json.getList("agents").size() == 2);

            assertThat(one.getString("identity")).isEqualTo(on.identity());
            assertThat(one.getInt("acknowledged")).isEqualTo(1);
            assertThat(one.getInt("expected")).isEqualTo(2);
            assertThat(one.getLong("p50")).isBetween(0L, 15_000L);
            assertThat(one.getString(agent(first, "snapshot"))).isEqualTo("config-2026-11-20-09-15-02-417");

            JsonPath late = await(tenant, json -> json.getInt("late") == 1);
            assertThat(late.getBoolean(agent(second, "late"))).isTrue();
            assertThat(late.getBoolean(agent(first, "late"))).isFalse();

            tenant.bus.send(second.says("ACTIVE", on.identity()));
            JsonPath both = await(tenant, json -> json.getInt("acknowledged") == 2);
            assertThat(both.getLong("p99")).isGreaterThanOrEqualTo(both.getLong("p50"));
            assertThat(both.getInt("late")).isZero();
        }
    }

    @Test
    void onlyTheIdentityInForceCountsAsFollowed() {
        try (TestTenant tenant = TestTenant.withKey()) {
            AgentStatuses agent = new AgentStatuses(tenant.id);
            DrStateChanged on = activate(tenant);
            tenant.bus.send(agent.says("ACTIVE", on.identity()));
            await(tenant, json -> json.getInt("acknowledged") == 1);

            tenant.observe(signedOff(TestTenant.KEY, tenant.domain, tenant.now - 5, tenant.now + 3600));
            DrStateChanged off = tenant.awaitState("NORMAL");
            assertThat(await(tenant, json -> off.identity().equals(json.getString("identity")))
                            .getInt("acknowledged"))
                    .isZero();

            tenant.bus.send(agent.says("NORMAL", off.identity()));
            await(tenant, json -> json.getInt("acknowledged") == 1);
        }
    }

    /** Agents do not wait for us: the acknowledgement may be stored before the observation. */
    @Test
    void anAcknowledgementThatCameFirstCounts() throws KeyRefusedException {
        try (TestTenant tenant = TestTenant.withKey()) {
            List<List<String>> on = signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600);
            tenant.bus.send(new AgentStatuses(tenant.id).says("ACTIVE", identityOf(on, tenant.domain)));
            await(tenant, json -> json.getList("agents").size() == 1);

            tenant.observe(on);

            JsonPath json = await(tenant, found -> found.getInt("acknowledged") == 1 && found.get("p50") != null);
            assertThat(json.getLong("p50")).isZero();
        }
    }

    private static String identityOf(List<List<String>> rrset, String domain) throws KeyRefusedException {
        return Evaluator.evaluate(
                        Rrset.ofLatin1(rrset),
                        domain,
                        List.of(TrustedKey.parse(TestTenant.KEY.publicPem())),
                        Policy.DEFAULT,
                        ReplayState.EMPTY,
                        Instant.now().getEpochSecond())
                .verdict()
                .activation()
                .orElseThrow()
                .identity();
    }

    @Test
    void twoProcessesWithOneCertificateAreShownAndTheNewerOneSpeaks() {
        try (TestTenant tenant = TestTenant.withKey()) {
            AgentStatuses agent =
                    new AgentStatuses(tenant.id).boot(Instant.now().minusSeconds(60));
            Instant older = Instant.now().minusSeconds(600);
            tenant.bus.send(agent.ofOtherProcess(older, "NORMAL", null));
            tenant.bus.send(agent.says("TEST", null));
            assertThat(await(tenant, json -> "TEST".equals(json.getString("agents[0].mode")))
                            .getBoolean("agents[0].duplicateCertificate"))
                    .isFalse();

            tenant.bus.send(agent.ofOtherProcess(older, "ACTIVE", null));
            JsonPath seen = await(tenant, json -> json.getBoolean("agents[0].duplicateCertificate"));

            assertThat(seen.getString("agents[0].mode")).isEqualTo("TEST");
            assertThat(seen.getLong("agents[0].supersededStatuses")).isEqualTo(1);
        }
    }

    @Test
    void aRepeatedOrOvertakenStatusHasNoEffect() {
        try (TestTenant tenant = TestTenant.withKey()) {
            AgentStatuses agent = new AgentStatuses(tenant.id);
            EventEnvelope<AgentStatus> old = agent.says("NORMAL", null);
            tenant.bus.send(agent.says("TEST", null));
            tenant.bus.send(old);
            tenant.bus.send(old);
            tenant.bus.send(agent.says("ACTIVE", null));

            JsonPath last = await(tenant, json -> "ACTIVE".equals(json.getString("agents[0].mode")));
            assertThat(last.getLong("agents[0].supersededStatuses")).isZero();
        }
    }

    /** I8: an agent id of another tenant is refused, and so is a status under a foreign key. */
    @Test
    void noTenantSpeaksForAnothersAgents() {
        try (TestTenant tenant = TestTenant.withKey();
                TestTenant other = TestTenant.withKey()) {
            AgentStatuses agent = new AgentStatuses(tenant.id);
            tenant.bus.send(agent.says("TEST", null));
            await(tenant, json -> json.getList("agents").size() == 1);

            AgentStatus stolen = agent.says("ACTIVE", null).data();
            tenant.bus.send(EventEnvelope.of(
                    "/agents/" + agent.agentId, agent.agentId, Instant.now(), ofCustomer(stolen, other.id)));
            tenant.bus.awaitRaw(Topics.DEAD_LETTER, letter -> agent.agentId.equals(letter.key()));
            tenant.bus.send(agent.saysUnderKey("key-" + tenant.id, "ACTIVE"));
            tenant.bus.awaitRaw(Topics.DEAD_LETTER, letter -> ("key-" + tenant.id).equals(letter.key()));

            assertThat(other.json("/convergence").getList("agents")).isEmpty();
            assertThat(tenant.json("/convergence").getString("agents[0].mode")).isEqualTo("TEST");
        }
    }

    private static DrStateChanged activate(TestTenant tenant) {
        tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));
        return tenant.awaitState("ACTIVE");
    }

    private static JsonPath await(TestTenant tenant, Predicate<JsonPath> condition) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(TestTenant.PATIENCE)
                .until(() -> tenant.json("/convergence"), condition);
    }

    private static String agent(AgentStatuses agent, String field) {
        return "agents.find { it.agentId == '" + agent.agentId + "' }." + field;
    }

    private static AgentStatus ofCustomer(AgentStatus status, String customerId) {
        return new AgentStatus(
                status.agentId(),
                customerId,
                status.groupId(),
                status.kind(),
                status.name(),
                status.bootId(),
                status.bootedAt(),
                status.sequence() + 1,
                status.designated(),
                status.mode(),
                status.tenantMode(),
                status.identity(),
                status.modeSince(),
                status.snapshot(),
                status.snapshotSequence(),
                status.version(),
                status.certificateNotAfter(),
                status.diskUsed(),
                status.restarts(),
                status.heldReason(),
                status.lastError(),
                status.lastSwitch(),
                status.at(),
                status.drLookup());
    }
}
