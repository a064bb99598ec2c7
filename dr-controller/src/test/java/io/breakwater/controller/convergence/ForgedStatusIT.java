package io.breakwater.controller.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.Topics;
import io.breakwater.controller.RealServers;
import io.breakwater.controller.StubConfigService;
import io.breakwater.controller.TestTenant;
import io.breakwater.testsupport.eventkeys.TestEventKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Only agents that config-service names count, by their own signed word, and not from the future. */
@QuarkusTest
@RealServers
class ForgedStatusIT {

    @Test
    @DisplayName("I2: an agent that config-service does not name has no effect")
    void anUnknownAgentHasNoEffect() {
        try (TestTenant tenant = TestTenant.withKey()) {
            AgentStatuses invented = new AgentStatuses(tenant.id);
            StubConfigService.forgets(invented.agentId);

            tenant.bus.send(invented.says("ACTIVE", null));

            tenant.bus.awaitRaw(Topics.DEAD_LETTER, letter -> invented.agentId.equals(letter.key()));
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(TestTenant.PATIENCE)
                    .until(() -> tenant.json("/convergence").getList("agents").isEmpty());
        }
    }

    @Test
    @DisplayName("I2: a status that somebody else signed has no effect")
    void aForeignSignatureHasNoEffect() {
        try (TestTenant tenant = TestTenant.withKey()) {
            AgentStatuses agent = new AgentStatuses(tenant.id);
            tenant.bus.send(agent.says("TEST", null));
            await(tenant, json -> "TEST".equals(json.getString("agents[0].mode")));

            tenant.bus.sendUnsigned(agent.says("ACTIVE", null));
            tenant.bus.sendSignedBy(TestEventKeys.of(TestEventKeys.STRANGER), agent.says("ACTIVE", null));
            tenant.bus.awaitRaw(Topics.DEAD_LETTER, letter -> agent.agentId.equals(letter.key()));
            tenant.bus.send(agent.looked("FOUND", null).says("TEST", null));

            JsonPath last = await(tenant, json -> json.getString("agents[0].drLookup.outcome") != null);
            assertThat(last.getString("agents[0].mode")).isEqualTo("TEST");
        }
    }

    @Test
    @DisplayName("I10: a start in 2099 is refused, and what the real agent says goes on counting")
    void aStartInTheFutureIsRefused() {
        try (TestTenant tenant = TestTenant.withKey()) {
            AgentStatuses agent = new AgentStatuses(tenant.id);
            EventEnvelope<AgentStatus> forged =
                    agent.ofOtherProcess(Instant.parse("2099-01-01T00:00:00Z"), "NORMAL", null);

            tenant.bus.send(forged);
            tenant.bus.awaitRaw(Topics.DEAD_LETTER, letter -> agent.agentId.equals(letter.key()));
            tenant.bus.send(agent.says("ACTIVE", null));

            JsonPath real = await(tenant, json -> "ACTIVE".equals(json.getString("agents[0].mode")));
            assertThat(real.getBoolean("agents[0].designated")).isTrue();
            assertThat(real.getInt("expected")).isEqualTo(1);
        }
    }

    @Test
    void onlyEnabledAgentsOfDesignatedGroupsAreExpected() {
        try (TestTenant tenant = TestTenant.withKey()) {
            AgentStatuses counts = new AgentStatuses(tenant.id, true, true);
            AgentStatuses disabled = new AgentStatuses(tenant.id, false, true);
            AgentStatuses undesignated = new AgentStatuses(tenant.id, true, false);
            tenant.bus.send(counts.says("NORMAL", null));
            tenant.bus.send(disabled.says("NORMAL", null));
            tenant.bus.send(undesignated.says("NORMAL", null));

            JsonPath all = await(
                    tenant,
                    json -> json.getList("agents").size() == 3
                            && json.getList("agents.mode").stream().allMatch("NORMAL"::equals));

            assertThat(all.getInt("expected")).isEqualTo(1);
            assertThat(all.getInt("acknowledged")).isEqualTo(1);
            assertThat(all.getBoolean("agents.find { it.agentId == '" + undesignated.agentId + "' }.designated"))
                    .as("by config-service's word, not by its own")
                    .isFalse();
        }
    }

    @Test
    @DisplayName("I4: an agent that cannot look its DR domain up is not ready, whatever the bus brings")
    void anAgentThatCannotLookUpIsNotReady() {
        try (TestTenant tenant = TestTenant.withKey()) {
            AgentStatuses blind = new AgentStatuses(tenant.id).looked("UNAVAILABLE", "no answer from 192.0.2.1:53");
            tenant.bus.send(blind.says("NORMAL", null));

            JsonPath not = await(tenant, json -> json.getString("agents[0].drLookup.outcome") != null);
            assertThat(not.getInt("notReady")).isEqualTo(1);
            assertThat(not.getBoolean("agents[0].ready")).isFalse();
            assertThat(not.getString("agents[0].notReady"))
                    .isEqualTo("it cannot look its DR domain up: no answer from 192.0.2.1:53");

            tenant.bus.send(blind.looked("FOUND", null).says("NORMAL", null));
            await(tenant, json -> json.getInt("notReady") == 0);
        }
    }

    @Test
    void anAgentThatWasNeverHeardIsExpectedAndNotReady() {
        try (TestTenant tenant = TestTenant.withKey()) {
            new AgentStatuses(tenant.id);

            JsonPath silent = await(tenant, json -> json.getInt("expected") == 1);
            assertThat(silent.getInt("acknowledged")).isZero();
            assertThat(silent.getString("agents[0].notReady")).isEqualTo("it has not been heard of yet");
        }
    }

    private static JsonPath await(TestTenant tenant, Predicate<JsonPath> condition) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(TestTenant.PATIENCE)
                .until(() -> tenant.json("/convergence"), condition);
    }
}
