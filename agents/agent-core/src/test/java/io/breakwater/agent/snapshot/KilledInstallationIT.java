package io.breakwater.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.agent.fixture.FaultyDisk;
import io.breakwater.agent.fixture.Installing;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCentre;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies in the middle of an installation. */
class KilledInstallationIT {
    @TempDir
    Path directory;

    private final Tenant tenant = Tenant.any();
    private final TestCentre centre = new TestCentre(tenant);

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    @DisplayName("I6: whatever the step at which the process dies, the last good snapshot is installed")
    void everyKillLeavesAGoodSnapshotInstalled() throws Exception {
        centre.publish(2, Snapshots.good(tenant, 1));
        try (Installing agent = new Installing(directory, FaultyDisk.killing(), centre.address()).started()) {
            agent.refresh();
        }
        int number = 2;
        for (int step : new int[] {1, 4, 8, 11, 13, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26}) {
            centre.publish(number + 1, Snapshots.good(tenant, number), Snapshots.good(tenant, number - 1));

            assertThat(dieAt(step)).isIn(137, 0);

            try (Installing agent = new Installing(directory, FaultyDisk.killing(), centre.address()).started()) {
                assertThat(agent.serving())
                        .as("after a kill at step " + step)
                        .isIn(Snapshots.name(number - 1), Snapshots.name(number));
                agent.refresh();
                assertThat(agent.serving()).isEqualTo(Snapshots.name(number));
            }
            number++;
        }
    }

    private int dieAt(int step) throws Exception {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dying.class.getName(),
                        directory.toString(),
                        centre.address().toString(),
                        Integer.toString(step)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** The process: directory, centre, step of the installation before which it dies. */
    static final class Dying {
        private Dying() {}

        public static void main(String[] arguments) throws Exception {
            FaultyDisk disk = FaultyDisk.killing();
            Installing agent = new Installing(Path.of(arguments[0]), disk, URI.create(arguments[1])).started();
            disk.faultAt(Integer.parseInt(arguments[2]));
            agent.refresh();
            Runtime.getRuntime().halt(0);
        }
    }
}
