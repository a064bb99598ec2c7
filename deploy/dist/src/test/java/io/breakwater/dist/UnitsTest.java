package io.breakwater.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sources of the archives hold together. */
class UnitsTest {
    @Test
    void theUnitStartsTheScriptWithTheSettingsThatItSaysToInstall() throws IOException {
        String unit = Files.readString(Path.of("src/systemd/program.service"));

        assertThat(unit)
                .contains("ExecStart=/opt/breakwater-@program@/bin/@program@ /etc/breakwater/@program@.properties")
                .contains("/etc/breakwater/@program@.properties\n")
                .contains("Restart=always");
    }

    @Test
    void noExampleHoldsASecret() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/etc"))) {
            List<String> given = files.flatMap(UnitsTest::lines)
                    .filter(line -> !line.startsWith("#"))
                    .filter(line -> line.matches("(?i)[^=]*(secret|password|provisioning-key)\\s*=.*"))
                    .toList();
            assertThat(given).isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
