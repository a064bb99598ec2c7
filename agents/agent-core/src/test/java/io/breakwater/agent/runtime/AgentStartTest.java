package io.breakwater.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.agent.fixture.AgentMain;
import io.breakwater.agent.fixture.FaultyDisk;
import io.breakwater.agent.snapshot.DiskSpace;
import io.breakwater.agent.status.Trouble;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentStartTest {
    @TempDir
    Path home;

    private final FaultyDisk disk = FaultyDisk.crashing();

    @Test
    @DisplayName("I4: what a crash left half-way and cannot be swept away keeps no agent from starting")
    void startsBesideWhatItCannotSweepAway() throws Exception {
        Files.createDirectories(home.resolve("config_snapshots/.incoming-config-1"));
        disk.refuseToDelete(path -> path.toString().contains(".incoming-"));
        Surroundings surroundings = new Surroundings(Clock.systemUTC(), new SimpleMeterRegistry(), disk, DiskSpace::of);
        Map<String, String> settings =
                Map.of("breakwater.agent.home", home.toString(), "breakwater.agent.dns.servers", "127.0.0.1:1");

        try (Agent agent = AgentMain.agent(settings, surroundings)) {
            agent.start();

            assertThat(agent.parts().service().running()).isPresent();
            assertThat(agent.parts().troubles().all().get(Trouble.SNAPSHOT)).contains("cannot be put in order");
        }
    }
}
