package io.breakwater.system.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.activation.signing.RecordDraft;
import io.breakwater.activation.signing.RecordSigner;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.Topics;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.http.Answer;
import io.breakwater.local.tenant.Tenant;
import io.breakwater.system.RunningSuite;
import io.breakwater.system.SuiteExtension;
import io.breakwater.testsupport.kafka.KafkaEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Whoever owns the bus")
@ExtendWith(SuiteExtension.class)
class StolenBusST {
    private static final long FAR = 1L << 62;

    /** Within which everything heals without a person; twice that for a busy machine. */
    private static final Duration HEALING = Duration.ofMinutes(2);

    private final RunningSuite suite;
    private KafkaEvents bus;
    private Forgeries forgeries;

    StolenBusST(RunningSuite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void open() {
        bus = KafkaEvents.onBroker(suite.processes().kafkaBootstrapServers(), Topics.DEAD_LETTER);
        forgeries = new Forgeries(tenant().customerId(), tenant().drDomain());
    }

    @AfterEach
    void close() {
        bus.close();
    }

    private Tenant tenant() {
        return suite.processes().tenant();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "locks nobody out with an ACTIVE of a sequence far ahead, and a genuine on and off still count (I2, I10)")
    void activeFarAhead(Attacker attacker) {
        send(attacker, forgeries.state("ACTIVE", FAR), LocalSuite.CONFIG_SERVICE);

        awaitWrites(true);
        suite.awaitEverybody(suite.publish(Mode.ACTIVE));
        awaitWrites(false);
        suite.awaitEverybody(suite.publish(Mode.NORMAL));
        awaitWrites(true);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("opens no configuration during DR with a NORMAL of a sequence far ahead (I2, I10)")
    void normalFarAhead(Attacker attacker) {
        suite.awaitEverybody(suite.publish(Mode.ACTIVE));
        awaitWrites(false);

        send(attacker, forgeries.state("NORMAL", FAR + 1), LocalSuite.CONFIG_SERVICE);

        await("writes stay refused")
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(20))
                .until(() -> !isWritten());
        suite.awaitEverybody(suite.publish(Mode.NORMAL));
        awaitWrites(true);
    }

    @Test
    @DisplayName("puts no replay state into the index: an agent that enrols afterwards follows the genuine record (I2)")
    void replayAhead() {
        for (Attacker attacker : Attacker.values()) {
            send(attacker, forgeries.replayAhead(FAR), LocalSuite.SNAPSHOT_SERVICE);
            send(
                    attacker,
                    forgeries.replayAhead(suite.state().path("sequence").asLong() + 1),
                    LocalSuite.SNAPSHOT_SERVICE);
        }
        AgentSpec newcomer = AgentSpec.connector(3, true);
        suite.processes().addAgent(newcomer);
        suite.processes().start(newcomer.name());

        suite.awaitEverybody(suite.publish(Mode.ACTIVE));
        suite.awaitEverybody(suite.publish(Mode.NORMAL));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("makes nobody believe another key, and a genuine record still counts (I1, I2, I10)")
    void settings(Attacker attacker) {
        DrKeys own = DrKeys.generate();
        Map<String, Long> restarts = suite.restarts();
        send(attacker, forgeries.settings(FAR, own), LocalSuite.DR_CONTROLLER);
        long now = Instant.now().getEpochSecond();
        Rrset lie =
                RecordSigner.sign(RecordDraft.of(Mode.ACTIVE, suite.zone().domain(), now, now + 600), own.privateKey());

        suite.zone().publish(lie);

        if (attacker.isRefused()) {
            await("nobody believes it")
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> suite.state().path("mode").asText().equals("NORMAL"));
        }
        await("dr-controller has its owner's settings again")
                .atMost(HEALING)
                .untilAsserted(
                        () -> assertThat(suite.state().path("mode").asText()).isEqualTo("NORMAL"));
        assertThat(suite.restarts()).as("no agent restarted").isEqualTo(restarts);
        Activation on = suite.publish(Mode.ACTIVE);
        suite.awaitAgents(on);
        await("dr-controller follows the genuine record")
                .atMost(HEALING)
                .untilAsserted(() ->
                        assertThat(suite.state().path("identity").asText()).isEqualTo(on.identity()));
        suite.awaitEverybody(suite.publish(Mode.NORMAL));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("ends no DR with denials, be they of the future or many (I2, I3)")
    void denials(Attacker attacker) {
        absence("off-after:PT5M");
        try {
            Activation on = suite.publish(Mode.ACTIVE);
            suite.awaitEverybody(on);
            String server = suite.processes().surroundings().zone().server();
            for (int i = 0; i < 20; i++) {
                Instant seenAt = Instant.now().plus(Duration.ofMinutes(i - 10L));
                send(attacker, forgeries.denial(server, seenAt), LocalSuite.DR_CONTROLLER);
            }

            await("it stays ACTIVE")
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> suite.state().path("mode").asText().equals("ACTIVE"));
            suite.awaitEverybody(on);
            suite.awaitEverybody(suite.publish(Mode.NORMAL));
        } finally {
            suite.awaitEverybody(suite.publish(Mode.NORMAL));
            awaitWrites(true);
            absence("keep");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "STOLEN_KEY", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("speaks for no agent, be it there or not: nobody is miscounted (I2)")
    void agents(Attacker attacker) {
        Activation on = suite.publish(Mode.TEST);
        suite.awaitEverybody(on);
        await("all have acknowledged")
                .atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(followers()).isEqualTo(designated()));
        JsonNode genuine = suite.controller("/dr/convergence").path("agents").path(0);

        send(
                attacker,
                forgeries.status(
                        genuine.path("agentId").asText(),
                        genuine.path("groupId").asText()),
                LocalSuite.DR_CONTROLLER);
        send(attacker, forgeries.status("4711", genuine.path("groupId").asText()), LocalSuite.DR_CONTROLLER);

        await("the counts stay")
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    JsonNode convergence = suite.controller("/dr/convergence");
                    assertThat(convergence.path("expected").asInt()).isEqualTo(designated());
                    assertThat(convergence.path("acknowledged").asInt()).isEqualTo(designated());
                    assertThat(convergence.findValuesAsText("name")).doesNotContain("forged");
                });
    }

    private int designated() {
        return (int) suite.processes().agents().stream()
                .filter(AgentSpec::designated)
                .count();
    }

    private int followers() {
        return suite.controller("/dr/convergence").path("acknowledged").asInt();
    }

    /** What is refused for its signature is put aside and counted by the service that reads it. */
    private void send(Attacker attacker, EventEnvelope<?> event, String reader) {
        double before = refused(reader, event.type().topic());
        attacker.send(bus, suite, event);
        if (attacker.isRefused()) {
            await(reader + " counts it")
                    .atMost(RunningSuite.PATIENCE)
                    .untilAsserted(() ->
                            assertThat(refused(reader, event.type().topic())).isGreaterThan(before));
            bus.awaitRaw(
                    Topics.DEAD_LETTER,
                    record -> record.headers().lastHeader("ce_id") != null
                            && new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)
                                    .equals(event.id()));
        }
    }

    private double refused(String service, String topic) {
        return metrics(service)
                .lines()
                .filter(line -> line.startsWith("breakwater_events_refused_total{"))
                .filter(line -> line.contains("topic=\"" + topic + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String metrics(String service) {
        URI metrics = suite.processes().surroundings().management(service).resolve("/q/metrics");
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitWrites(boolean accepted) {
        await("writes are " + (accepted ? "accepted" : "refused"))
                .atMost(HEALING)
                .until(() -> isWritten() == accepted);
    }

    private boolean isWritten() {
        Answer answer = suite.processes()
                .asTenant(LocalSuite.CONFIG_SERVICE)
                .post(
                        "/mgmtconfig/v1/admin/customers/" + tenant().customerId() + "/server",
                        Map.of("name", "written " + System.nanoTime(), "address", "192.0.2.1", "enabled", true));
        return answer.isSuccess();
    }

    private void absence(String policy) {
        String path = "/api/v1/customers/" + tenant().customerId() + "/dr-settings";
        JsonNode known =
                suite.processes().asTenant(LocalSuite.CONFIG_SERVICE).get(path).body();
        ObjectNode settings = ((ObjectNode) known.deepCopy()).put("absence", policy);
        Answer answer = suite.processes().asTenant(LocalSuite.CONFIG_SERVICE).put(path, settings);
        assertThat(answer.isSuccess()).as(answer.toString()).isTrue();
    }
}
