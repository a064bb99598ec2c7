package io.breakwater.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.agent.fixture.AgentMain;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCentre;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.embedded.zone.ZoneServer;
import io.breakwater.testsupport.records.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("I4: killed with SIGKILL, without centre and bus, an agent resumes its mode and follows DNS")
class KilledAgentIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private final Tenant tenant = Tenant.any();
    private final long now = Instant.now().getEpochSecond();
    private final TestCentre centre = new TestCentre(tenant);
    private final ZoneServer zone = ZoneServer.start(ZoneServer.Options.of("breakwater.test", List.of(), List.of()));
    private Process process;

    @BeforeEach
    void switchOn() throws Exception {
        centre.publish(2, Snapshots.good(tenant, 1));
        launch();
        awaitView(view -> Snapshots.name(1).equals(view.snapshot()));
        centre.close();
        zone.replaceTxt(tenant.domain(), 30, Records.signedOn(tenant.key(), tenant.domain(), now - 20, now + 3600));
        awaitView(view -> view.mode().equals("ACTIVE"));
    }

    @AfterEach
    void stop() throws Exception {
        kill();
        zone.close();
    }

    @Test
    void resumesActiveWithDnsDeadToo() throws Exception {
        kill();
        zone.close();

        launch();

        awaitView(view -> view.mode().equals("ACTIVE") && Snapshots.name(1).equals(view.snapshot()));
        assertThat(view().switches()).isEqualTo(1);
    }

    @Test
    void returnsByDnsAfterTheKill() throws Exception {
        kill();
        launch();
        awaitView(view -> view.mode().equals("ACTIVE"));

        zone.replaceTxt(tenant.domain(), 30, Records.signedOff(tenant.key(), tenant.domain(), now - 10, now + 3600));

        awaitView(view -> view.mode().equals("NORMAL"));
        assertThat(view().switches()).isEqualTo(2);
    }

    @Test
    void oneTruncatedStateFileDoesNotMatter() throws Exception {
        kill();
        zone.close();
        truncate("mode.b");

        launch();

        awaitView(view -> view.mode().equals("ACTIVE"));
    }

    @Test
    void withBothStateFilesTruncatedItFindsItsModeInDns() throws Exception {
        kill();
        truncate("mode.a");
        truncate("mode.b");

        launch();

        awaitView(view -> view.mode().equals("ACTIVE"));
    }

    private void truncate(String copy) throws IOException {
        Path file = directory.resolve("home/state").resolve(copy);
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length / 3));
    }

    private void launch() throws IOException {
        Files.deleteIfExists(directory.resolve("view"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AgentMain.class.getName(),
                "view=" + directory.resolve("view"),
                "home=" + directory.resolve("home"),
                "provisioning-key=key",
                "config-service-url=" + centre.address(),
                "snapshot-service-url=" + centre.address(),
                "dns.servers=127.0.0.1:" + zone.port(),
                "dns.interval=PT0.2S",
                "centre.pause=PT0.1S"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void awaitView(Predicate<AgentMain.View> condition) {
        await().atMost(PATIENCE).ignoreExceptions().until(this::view, condition);
    }

    private AgentMain.View view() throws IOException {
        return EventCodec.mapper().readValue(directory.resolve("view").toFile(), AgentMain.View.class);
    }
}
