package io.breakwater.local.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.embedded.zone.ZoneClient;
import io.breakwater.embedded.zone.ZoneServer;
import io.breakwater.local.Progress;
import io.breakwater.local.SuiteException;
import io.breakwater.local.drill.Follower.Acknowledgement;
import io.breakwater.local.http.RestClient;
import io.breakwater.local.zone.ActivationZone;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A drill")
class DrillIT {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final TsigKey KEY = TsigKey.generate("update");

    private final List<String> steps = new ArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public void healthy(String process, Duration after) {
            steps.add(process);
        }

        @Override
        public void step(String what) {
            steps.add(what);
        }
    };
    private ZoneServer server;
    private DrKeys keys;

    @BeforeEach
    void zone() throws IOException {
        keys = DrKeys.generate();
        server = ZoneServer.start(new ZoneServer.Options(
                "127.0.0.1",
                0,
                "example.test",
                ZoneServer.Options.smallZone(),
                Optional.empty(),
                List.of(KEY),
                List.of()));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private ActivationZone zone(TsigKey key) {
        return new ActivationZone(new ZoneClient(server.address(), "example.test", key), "dr.example.test", keys);
    }

    private static Follower everybody(boolean acknowledged) {
        return activation -> List.of(new Acknowledgement("one", acknowledged, 12L, "TEST", "it holds: REPLAY"));
    }

    private static Follower dead() {
        return activation -> {
            RestClient.anonymous(URI.create("http://127.0.0.1:1")).get("/");
            return List.of();
        };
    }

    @Test
    @DisplayName("publishes a record that is newer than the one before, however soon it follows")
    void newerThanTheLast() {
        List<Activation> seen = new ArrayList<>();
        Follower follower = activation -> {
            seen.add(activation);
            return List.of(new Acknowledgement("one", true, 1L, "TEST", ""));
        };
        Drill drill = new Drill(zone(KEY), follower, dead(), progress);

        assertThat(drill.run(Mode.TEST, HOUR, Duration.ofSeconds(5))).isEmpty();
        assertThat(drill.run(Mode.NORMAL, HOUR, Duration.ofSeconds(5))).isEmpty();

        assertThat(seen).hasSize(2);
        assertThat(seen.get(1).t()).isGreaterThan(seen.get(0).t());
        assertThat(seen.get(1).mode()).isEqualTo(Mode.NORMAL);
        assertThat(steps).anySatisfy(step -> assertThat(step).contains("one has acknowledged after 1 ms"));
    }

    @Test
    @DisplayName("says who is late, and what is known of them")
    void late() {
        List<Acknowledgement> late =
                new Drill(zone(KEY), everybody(false), dead(), progress).run(Mode.TEST, HOUR, Duration.ofMillis(300));

        assertThat(late).extracting(Acknowledgement::agent).containsExactly("one");
        assertThat(late.get(0).trouble()).contains("REPLAY");
    }

    @Test
    @DisplayName("asks the agents themselves when dr-controller is dead")
    void withoutTheCentre() {
        assertThat(new Drill(zone(KEY), dead(), everybody(true), progress).run(Mode.TEST, HOUR, Duration.ofSeconds(5)))
                .isEmpty();
        assertThat(steps).anySatisfy(step -> assertThat(step).contains("dr-controller does not answer"));
    }

    @Test
    @DisplayName("says that nothing was published when the name server refuses the key")
    void refused() {
        Drill drill = new Drill(zone(TsigKey.generate("other")), everybody(true), dead(), progress);

        assertThatThrownBy(() -> drill.run(Mode.ACTIVE, HOUR, Duration.ofSeconds(5)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("nothing was published");
    }
}
