package io.breakwater.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.activation.Mode;
import io.breakwater.agent.fixture.AgentMain;
import io.breakwater.agent.fixture.Damage;
import io.breakwater.agent.fixture.Homes;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCentre;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.status.TroubleEntry;
import io.breakwater.embedded.zone.ZoneServer;
import io.breakwater.testsupport.records.Records;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An agent in ACTIVE whose disk was damaged, with no centre, no bus and no DNS")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedHomeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> KEPT_TWICE = List.of(
            "identity/enrolment.json",
            "identity/key.pem",
            "identity/certificate.pem",
            "identity/ca.pem",
            "identity/snapshot-keys.pem",
            "index.signed",
            "state/mode");
    private static final List<String> FOREIGN =
            List.of("Exception", "java.", "jackson", "Unexpected", "line:", "StreamRead", "algid", "null");

    private final Tenant tenant = Tenant.any();
    private Path directory;
    private Path whole;
    private Agent agent;

    @BeforeAll
    void goActive(@TempDir Path shared) throws Exception {
        directory = shared;
        whole = directory.resolve("whole");
        try (TestCentre centre = new TestCentre(tenant);
                ZoneServer zone = ZoneServer.start(ZoneServer.Options.of("breakwater.test", List.of(), List.of()))) {
            centre.publish(2, Snapshots.good(tenant, 2), Snapshots.good(tenant, 1));
            Map<String, String> settings = settings(whole);
            settings.put("breakwater.agent.config-service-url", centre.address().toString());
            settings.put(
                    "breakwater.agent.snapshot-service-url", centre.address().toString());
            settings.put("breakwater.agent.dns.servers", "127.0.0.1:" + zone.port());
            agent = AgentMain.agent(settings);
            agent.start();
            await().atMost(PATIENCE).until(() -> serving().equals(Snapshots.name(2)));
            long now = Instant.now().getEpochSecond();
            zone.replaceTxt(tenant.domain(), 30, Records.signedOn(tenant.key(), tenant.domain(), now - 20, now + 3600));
            await().atMost(PATIENCE).until(() -> mode() == Mode.ACTIVE);
        }
        agent.close();
    }

    @AfterEach
    void stop() {
        if (agent != null) {
            agent.close();
        }
    }

    @AfterAll
    void leaveNothingThatCannotBeDeleted() throws Exception {
        Homes.openUp(directory);
    }

    static Stream<Arguments> oneCopy() {
        return KEPT_TWICE.stream()
                .flatMap(file -> Stream.of(Homes.first(file), Homes.second(file)))
                .flatMap(copy -> Stream.of(Damage.values()).map(damage -> Arguments.of(copy, damage)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("oneCopy")
    @DisplayName("I4: one copy of anything, damaged in any way, costs nothing, is said and is mended")
    void oneCopyIsEnough(String file, Damage damage) throws Exception {
        Path home = Homes.copy(whole, directory.resolve("one"));
        damage.on(home.resolve(file));

        start(home);

        assertThat(mode()).isEqualTo(Mode.ACTIVE);
        assertThat(serving()).isEqualTo(Snapshots.name(2));
        assertThat(agent.parts().identity().identity()).isPresent();
        assertThat(troubles()).containsKey(Trouble.MENDED);
        assertThat(troubles().get(Trouble.MENDED))
                .contains(Path.of(file).getFileName().toString());
        assertNothingForeignIsSaid();
        agent.close();
        start(home);
        assertThat(troubles()).as("it was mended").doesNotContainKey(Trouble.MENDED);
    }

    static Stream<Arguments> bothCopies() {
        return KEPT_TWICE.stream()
                .filter(file -> !file.startsWith("state"))
                .flatMap(file -> Stream.of(Damage.ZEROED, Damage.REMOVED, Damage.GARBAGE, Damage.DIRECTORY)
                        .map(damage -> Arguments.of(file, damage)));
    }

    @ParameterizedTest(name = "both of {0} {1}")
    @MethodSource("bothCopies")
    @DisplayName("I4: with both copies of anything but the state lost, an agent stays in its mode and serves")
    void whatCanBeRebuiltIsRebuilt(String file, Damage damage) throws Exception {
        Path home = Homes.copy(whole, directory.resolve("both"));
        damage.on(home.resolve(Homes.first(file)));
        damage.on(home.resolve(Homes.second(file)));

        start(home);

        assertThat(mode()).isEqualTo(Mode.ACTIVE);
        assertThat(serving()).isEqualTo(Snapshots.name(2));
        assertThat(troubles()).isNotEmpty();
        assertNothingForeignIsSaid();
    }

    @Test
    @DisplayName("I4: with enrolment and index lost, certificate and snapshots are enough")
    void whatIsLeftIsEnough() throws Exception {
        Path home = Homes.copy(whole, directory.resolve("left"));
        for (String kept : List.of("identity/enrolment.json", "index.signed")) {
            Damage.ZEROED.on(home.resolve(Homes.first(kept)));
            Damage.REMOVED.on(home.resolve(Homes.second(kept)));
        }

        start(home);

        assertThat(mode()).isEqualTo(Mode.ACTIVE);
        assertThat(serving()).isEqualTo(Snapshots.name(2));
        assertThat(agent.parts().trust().trust().orElseThrow().domain()).contains(tenant.domain());
        assertThat(agent.parts().identity().identity()).isPresent();
        assertThat(troubles().get(Trouble.MENDED)).contains("the enrolment was lost");
    }

    @Test
    @DisplayName("I3: a state that is lost in both copies is said, and nothing is invented")
    void aLostStateIsSaid() throws Exception {
        Path home = Homes.copy(whole, directory.resolve("state"));
        Damage.REMOVED.on(home.resolve("state"));

        start(home);

        assertThat(mode()).isEqualTo(Mode.NORMAL);
        assertThat(troubles().get(Trouble.STATE_LOST)).contains("the state files are gone", "NORMAL");
        assertThat(serving()).isEqualTo(Snapshots.name(2));
    }

    static Stream<Arguments> inTheWay() {
        return Stream.of(Damage.values())
                .filter(damage -> damage != Damage.FLIPPED
                        && damage != Damage.TRUNCATED
                        && damage != Damage.LOCKED
                        && damage != Damage.OPEN)
                .map(Arguments::of);
    }

    @ParameterizedTest(name = "current {0}")
    @MethodSource("inTheWay")
    @DisplayName("I6: whatever stands in the place of the link, the newest good snapshot serves")
    void theNewestGoodSnapshotServes(Damage damage) throws Exception {
        Path home = Homes.copy(whole, directory.resolve("current"));
        damage.on(home.resolve("current"));

        start(home);

        assertThat(mode()).isEqualTo(Mode.ACTIVE);
        assertThat(serving()).isEqualTo(Snapshots.name(2));
        assertThat(troubles().get(Trouble.SERVICE)).contains("serving from " + Snapshots.name(2));
        assertNothingForeignIsSaid();
        assertThat(home.resolve("current").toRealPath().getFileName()).hasToString(Snapshots.name(2));
    }

    @Test
    @DisplayName("I6: with the installed snapshot damaged the other one serves, and without any it is said")
    void aDamagedSnapshotGivesWay() throws Exception {
        Path home = Homes.copy(whole, directory.resolve("snapshot"));
        Damage.REMOVED.on(home.resolve("config_snapshots"));

        start(home);

        assertThat(mode()).isEqualTo(Mode.ACTIVE);
        assertThat(troubles().get(Trouble.SERVICE)).contains("nothing is served");
        assertNothingForeignIsSaid();
    }

    @Test
    @DisplayName("I10: what is damaged while the agent runs is brought back before it is needed")
    void healsWhileItRuns() throws Exception {
        Path home = Homes.copy(whole, directory.resolve("running"));
        start(home);
        Damage.ZEROED.on(home.resolve("identity/enrolment.json"));
        Damage.REMOVED.on(home.resolve("state"));
        Damage.DIRECTORY.on(home.resolve("current"));
        Damage.GARBAGE.on(home.resolve("index.signed.copy"));
        await().atMost(PATIENCE)
                .until(() -> troubles()
                        .getOrDefault(Trouble.MENDED, "")
                        .matches("(?s).*enrolment.json .*index.signed.copy.*current is a directory.*mode.a.*"));
        agent.close();

        start(home);

        assertThat(mode()).isEqualTo(Mode.ACTIVE);
        assertThat(serving()).isEqualTo(Snapshots.name(2));
        assertThat(troubles()).doesNotContainKeys(Trouble.MENDED, Trouble.STATE_LOST, Trouble.SERVICE);
    }

    private void start(Path home) throws Exception {
        agent = AgentMain.agent(settings(home), Surroundings.of(new SimpleMeterRegistry()));
        agent.start();
    }

    private Map<String, String> settings(Path home) {
        Map<String, String> settings = new HashMap<>();
        settings.put("breakwater.agent.home", home.toString());
        settings.put("breakwater.agent.provisioning-key", "key");
        settings.put("breakwater.agent.config-service-url", "http://127.0.0.1:1");
        settings.put("breakwater.agent.snapshot-service-url", "http://127.0.0.1:1");
        settings.put("breakwater.agent.dns.servers", "127.0.0.1:1");
        settings.put("breakwater.agent.dns.interval", "PT0.1S");
        settings.put("breakwater.agent.dns.retry", "PT1H");
        settings.put("breakwater.agent.centre.pause", "PT0.1S");
        settings.put("breakwater.agent.disk.check-interval", "PT0.2S");
        return settings;
    }

    private void assertNothingForeignIsSaid() {
        List<String> said = new ArrayList<>();
        agent.parts().troubles().list().stream().map(TroubleEntry::what).forEach(said::add);
        assertThat(said).allSatisfy(one -> assertThat(one).doesNotContain(FOREIGN));
    }

    private Map<Trouble, String> troubles() {
        return agent.parts().troubles().all();
    }

    private Mode mode() {
        return agent.parts().keeper().view().mode();
    }

    private String serving() {
        return agent.parts().service().running().map(Generation::snapshot).orElse("");
    }
}
