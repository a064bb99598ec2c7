package io.breakwater.system.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.activation.signing.RecordDraft;
import io.breakwater.activation.signing.RecordSigner;
import io.breakwater.system.RunningSuite;
import io.breakwater.system.SuiteExtension;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records that must not switch anything: each is named by dr-controller and by every agent, and no mode changes (I1). */
@ExtendWith(SuiteExtension.class)
class RefusedRecordsST {
    private final RunningSuite suite;

    RefusedRecordsST(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    @DisplayName("an old on that is published again after off is a replay (I1)")
    void replayed() {
        Rrset on = suite.zone().publish(Mode.ACTIVE).rrset();
        suite.awaitEverybody(suite.activation(on));
        suite.awaitEverybody(suite.publish(Mode.NORMAL));

        assertHeld("REPLAY", on);
    }

    @Test
    @DisplayName("a record that another key signed is forged (I1)")
    void forged() {
        DrKeys stranger = DrKeys.generate();

        assertHeld("BAD_SIGNATURE", RecordSigner.sign(draft(Mode.ACTIVE, now(), now() + 600), stranger.privateKey()));
    }

    @Test
    @DisplayName("one part of a signed pair is partial (I1)")
    void partial() {
        Rrset whole = suite.zone().signed(Mode.ACTIVE, now(), now() + 600);

        assertHeld("PARTIAL", new Rrset(whole.records().subList(0, 1)));
    }

    @Test
    @DisplayName("a record that has ended switches nothing on (I1)")
    void expired() {
        long end = now() + 1; // newer than the off before: else it would be a replay
        Rrset past = suite.zone().signed(Mode.ACTIVE, end, end);
        await("its end").until(() -> now() > end);
        Map<String, Long> before = suite.restarts();

        suite.zone().publish(past);

        await("dr-controller has looked")
                .atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(verdict()).isEqualTo("EXPIRED"));
        assertThat(suite.state().path("mode").asText()).isEqualTo("NORMAL");
        assertThat(suite.restarts()).isEqualTo(before);
    }

    @Test
    @DisplayName("a record that starts later switches at its start and ends at its end, by the agents' own clocks (I4)")
    void future() {
        long start = now() + 5;
        Rrset later = suite.zone().signed(Mode.ACTIVE, start, start + 8);
        Map<String, Long> before = suite.restarts();
        suite.zone().publish(later);
        await("it is scheduled")
                .atMost(RunningSuite.PATIENCE)
                .untilAsserted(
                        () -> assertThat(suite.state().path("state").asText()).isEqualTo("SCHEDULED"));
        assertThat(suite.restarts()).as("nothing before the start").isEqualTo(before);

        Activation activation = suite.activation(suite.zone().current());
        suite.awaitEverybody(activation);
        assertThat(now()).isGreaterThanOrEqualTo(start);

        await("everybody is back").atMost(RunningSuite.PATIENCE).untilAsserted(() -> {
            assertThat(suite.state().path("mode").asText()).isEqualTo("NORMAL");
            for (String agent : RunningSuite.DESIGNATED) {
                assertThat(suite.mode(agent).path("mode").asText()).isEqualTo("NORMAL");
            }
        });
        assertThat(now()).isGreaterThan(start + 8);
    }

    @Test
    @DisplayName("a record that disappears changes nothing: absence is never an instruction (I3)")
    void absent() {
        Activation on = suite.publish(Mode.ACTIVE);
        suite.awaitEverybody(on);

        suite.zone().publish(Rrset.EMPTY);

        await("it is held")
                .atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(heldReason(suite.state())).isEqualTo("NO_RECORD"));
        suite.awaitEverybody(on);
    }

    private void assertHeld(String reason, Rrset rrset) {
        Map<String, Long> restarts = suite.restarts();
        String mode = suite.state().path("mode").asText();

        suite.zone().publish(rrset);

        await("dr-controller names it")
                .atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(heldReason(suite.state())).isEqualTo(reason));
        for (String agent : RunningSuite.DESIGNATED) {
            await(agent + " names it")
                    .atMost(RunningSuite.PATIENCE)
                    .untilAsserted(
                            () -> assertThat(heldReason(suite.mode(agent))).isEqualTo(reason));
        }
        assertThat(suite.state().path("mode").asText()).isEqualTo(mode);
        assertThat(suite.restarts()).isEqualTo(restarts);
    }

    private RecordDraft draft(Mode mode, long t, long x) {
        return RecordDraft.of(mode, suite.zone().domain(), t, x);
    }

    private String verdict() {
        return suite.state().path("lastObserved").path("verdict").asText();
    }

    private static String heldReason(JsonNode state) {
        return state.path("held").path("reason").asText();
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
