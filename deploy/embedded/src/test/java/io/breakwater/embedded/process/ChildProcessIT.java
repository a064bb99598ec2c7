package io.breakwater.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {
    @TempDir
    Path directory;

    /** A JVM that starts a child, says its pid and waits to be killed. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            ChildProcess child = ChildProcess.start(
                    ChildProcess.Spec.of("child", List.of("sleep", "600"), Path.of(args[0]), Path.of(args[0], "log")));
            Files.writeString(Path.of(args[0], "pid"), Long.toString(child.pid()));
            child.onExit().join();
        }
    }

    @Test
    void endsWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        directory.toString())
                .start();
        Path pidFile = directory.resolve("pid");
        Awaitility.await()
                .until(() -> Files.exists(pidFile) && !Files.readString(pidFile).isEmpty());
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();

        parent.destroyForcibly().waitFor();

        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !child.isAlive());
    }

    @Test
    void isKilledWhenItDoesNotListen() {
        ChildProcess stubborn = ChildProcess.start(new ChildProcess.Spec(
                "stubborn",
                List.of("/bin/sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"),
                directory,
                directory.resolve("log"),
                Map.of(),
                "TERM",
                Duration.ofSeconds(1)));
        Awaitility.await().until(() -> stubborn.logTail().contains("deaf"));

        stubborn.stop();

        assertThat(stubborn.isAlive()).isFalse();
        Awaitility.await().until(() -> !stubborn.program().isAlive());
    }

    @Test
    void tellsTheExitCodeOfAProgramThatEndsByItself() throws Exception {
        ChildProcess child = ChildProcess.start(ChildProcess.Spec.of(
                "short", List.of("/bin/sh", "-c", "echo \"$0 said\"; exit 7"), directory, directory.resolve("log")));

        assertThat(child.onExit().get(5, TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(child.logTail()).contains("said");
    }
}
