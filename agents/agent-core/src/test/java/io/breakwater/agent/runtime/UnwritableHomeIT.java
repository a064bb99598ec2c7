package io.breakwater.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.activation.Mode;
import io.breakwater.agent.fixture.AgentMain;
import io.breakwater.agent.fixture.Damage;
import io.breakwater.agent.fixture.FaultyDisk;
import io.breakwater.agent.fixture.Homes;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCentre;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.snapshot.DiskSpace;
import io.breakwater.agent.status.Trouble;
import io.breakwater.embedded.zone.ZoneServer;
import io.breakwater.testsupport.records.Records;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("I4: a home that takes nothing keeps no agent from starting in its mode, nor from going on")
class UnwritableHomeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final Tenant tenant = Tenant.any();
    private final FaultyDisk disk = FaultyDisk.crashing();
    private TestCentre centre;
    private ZoneServer zone;
    private Agent agent;
    private Path mounted;

    @BeforeEach
    void serve() {
        centre = new TestCentre(tenant);
        centre.publish(2, Snapshots.good(tenant, 1));
        zone = ZoneServer.start(ZoneServer.Options.of("breakwater.test", List.of(), List.of()));
    }

    @AfterEach
    void stop() throws Exception {
        if (agent != null) {
            agent.close();
        }
        if (mounted != null) {
            command("umount", mounted.toString());
        }
        zone.close();
        centre.close();
    }

    @Test
    void startsOnADiskThatRefusesEveryWrite() throws Exception {
        Path home = activeHome(directory.resolve("home"), 3600);
        disk.refuse(path -> true);
        disk.refuseToDelete(path -> true);

        start(home);

        assertInItsModeAndSaid();
    }

    @Test
    void goesOnWhenTheDiskRefusesEveryWriteAndLeavesDrAtX() throws Exception {
        Path home = activeHome(directory.resolve("home"), 6);
        start(home);
        disk.refuse(path -> true);
        await().atMost(PATIENCE).until(() -> troubles().containsKey(Trouble.DISK));
        assertThat(serving()).isEqualTo(Snapshots.name(1));

        await().atMost(PATIENCE).until(() -> mode() == Mode.NORMAL);
        assertThat(troubles()).containsKey(Trouble.STATE);

        disk.refuse(path -> false);
        await().atMost(PATIENCE)
                .until(() ->
                        !troubles().containsKey(Trouble.STATE) && !troubles().containsKey(Trouble.DISK));
        agent.close();
        start(home);
        assertThat(mode()).isEqualTo(Mode.NORMAL);
    }

    @Test
    void startsOnAFileSystemThatIsReadOnly() throws Exception {
        Path home = onTmpfs("size=8m");
        assumeThat(command("mount", "-o", "remount,ro", home.toString())).isTrue();

        start(home);

        assertInItsModeAndSaid();
        assertThat(troubles().get(Trouble.DISK)).contains("the file system is read-only");
    }

    @Test
    void startsOnAFileSystemThatIsFull() throws Exception {
        Path home = onTmpfs("size=2m");
        fill(home);
        Files.delete(home.resolve("agent.lock"));
        Damage.ZEROED.on(home.resolve("identity/enrolment.json"));
        fill(home.resolve("identity"));

        start(home);

        assertInItsModeAndSaid();
        assertThat(troubles().get(Trouble.DISK)).contains("the disk is full");
    }

    @Test
    void startsWhereNothingCanBeAtAll() throws Exception {
        Path home = Files.write(directory.resolve("home"), new byte[] {1}).resolve("below");
        disk.refuse(path -> true);

        start(home);

        assertThat(mode()).isEqualTo(Mode.NORMAL);
        assertThat(troubles()).containsKey(Trouble.DISK);
    }

    private void assertInItsModeAndSaid() {
        assertThat(mode()).isEqualTo(Mode.ACTIVE);
        assertThat(serving()).isEqualTo(Snapshots.name(1));
        assertThat(troubles().get(Trouble.DISK)).contains("cannot be written").doesNotContain("Exception");
    }

    /** The home of an agent that went to ACTIVE and was stopped. */
    private Path activeHome(Path home, int seconds) throws Exception {
        start(home);
        await().atMost(PATIENCE).until(() -> serving().equals(Snapshots.name(1)));
        long now = Instant.now().getEpochSecond();
        zone.replaceTxt(tenant.domain(), 30, Records.signedOn(tenant.key(), tenant.domain(), now - 20, now + seconds));
        await().atMost(PATIENCE).until(() -> mode() == Mode.ACTIVE);
        agent.close();
        zone.close();
        centre.close();
        return home;
    }

    /** Needs a user that may mount. */
    private Path onTmpfs(String options) throws Exception {
        Path home = activeHome(directory.resolve("home"), 3600);
        Path mount = Files.createDirectory(directory.resolve("mount"));
        assumeThat(command("mount", "-t", "tmpfs", "-o", options, "tmpfs", mount.toString()))
                .as("this user may mount")
                .isTrue();
        mounted = mount;
        Homes.copyInto(home, mount);
        return mount;
    }

    private static void fill(Path where) throws IOException {
        int octets = 1 << 16;
        for (int i = 0; octets > 0; i++) {
            try {
                Files.write(where.resolve("filler-" + i), new byte[octets]);
            } catch (IOException full) {
                octets /= 2;
            }
        }
    }

    private static boolean command(String... words) throws Exception {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private void start(Path home) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("breakwater.agent.home", home.toString());
        settings.put("breakwater.agent.provisioning-key", "key");
        settings.put("breakwater.agent.config-service-url", centre.address().toString());
        settings.put("breakwater.agent.snapshot-service-url", centre.address().toString());
        settings.put("breakwater.agent.dns.servers", "127.0.0.1:" + zone.port());
        settings.put("breakwater.agent.dns.interval", "PT0.1S");
        settings.put("breakwater.agent.centre.pause", "PT0.1S");
        settings.put("breakwater.agent.disk.check-interval", "PT0.2S");
        Surroundings surroundings = new Surroundings(Clock.systemUTC(), new SimpleMeterRegistry(), disk, DiskSpace::of);
        agent = AgentMain.agent(settings, surroundings);
        agent.start();
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
