package io.breakwater.system.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.system.Checkout;
import io.breakwater.system.Program;
import io.breakwater.testsupport.TemporaryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("./breakwater in a path with a space and letters beyond ASCII, where the locale knows none of them")
class LauncherScriptST {
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final String OFFSET = "700";

    private Path checkout;

    /** The script lies in a directory of its own; what was built is the checkout's. */
    @BeforeEach
    void script() throws IOException {
        Path root = Checkout.root();
        checkout = Files.createDirectories(root.resolve("testing/system-tests/target/launcher/a b ü"));
        TemporaryTree.remove(checkout);
        Files.createDirectories(checkout);
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (name.equals("breakwater")) {
                    Files.copy(entry, checkout.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                } else if (!name.startsWith(".")) {
                    Files.createSymbolicLink(checkout.resolve(name), entry);
                }
            }
        }
    }

    @AfterEach
    void down() throws IOException, InterruptedException {
        breakwater(Map.of(), "down");
    }

    private Program breakwater(Map<String, String> more, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./breakwater"));
        command.addAll(List.of(arguments));
        Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", "C", "BREAKWATER_SKIP_BUILD", "1"));
        environment.putAll(more);
        Program program =
                Program.run(command, checkout, environment, checkout.resolveSibling(arguments[0] + ".log"), LIMIT);
        assertThat(program.output()).doesNotContain("\tat ", "Exception in thread");
        return program;
    }

    @Test
    @DisplayName("starts the suite, drills it, tells its state, and refuses other options than it was begun with")
    void works() throws IOException, InterruptedException {
        Program up = breakwater(Map.of(), "up", "--detach", "--port-offset", OFFSET);
        assertThat(up.succeeded()).as(up.output()).isTrue();
        assertThat(up.lastLine()).contains("The suite is healthy");

        Program drill = breakwater(Map.of(), "drill", "test");
        assertThat(drill.succeeded()).as(drill.output()).isTrue();
        Program status = breakwater(Map.of(), "status");
        assertThat(status.output()).contains("dr.breakwater.test", "TEST", "2 of 2 agents acknowledged", "looked up");
        Program ctl = breakwater(Map.of(), "ctl", "dr", "status");
        assertThat(ctl.output()).as("from the suite of the script").contains("TEST since");
        assertThat(breakwater(Map.of(), "drill", "off").succeeded()).isTrue();
        assertThat(breakwater(Map.of(), "down").lastLine()).isEqualTo("Breakwater is stopped.");

        Program moved = breakwater(Map.of(), "up", "--detach", "--port-offset", "800");
        assertThat(moved.exitCode()).isEqualTo(1);
        assertThat(moved.output()).contains("--port-offset", "--move-ports", "nothing was started");
        Program kafka = breakwater(Map.of(), "up", "--detach", "--port-offset", OFFSET, "--kafka", "127.0.0.1:1");
        assertThat(kafka.exitCode()).isEqualTo(1);
        assertThat(kafka.output()).contains("--kafka", "nothing was started");
    }

    @Test
    @DisplayName("says in a line what is wrong, with the data directory that the reader meant")
    void hints() throws IOException, InterruptedException {
        Path data = checkout.resolve("else where");
        Map<String, String> elsewhere = Map.of("BREAKWATER_DATA", data.toString());

        Program status = breakwater(elsewhere, "status");
        assertThat(status.exitCode()).isEqualTo(3);
        assertThat(status.output()).contains(data.toString());
        Program drill = breakwater(elsewhere, "drill", "on");
        assertThat(drill.exitCode()).isEqualTo(1);
        assertThat(drill.output()).contains("up --detach --data '" + data + "'");
        Program unknown = breakwater(Map.of(), "uo");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(breakwater(Map.of(), "--version").output()).contains("commit");
    }
}
