package io.breakwater.local.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @Test
    void onlyTheOwnerReadsIt(@TempDir Path directory) throws IOException {
        Path file = SettingsFile.write(directory, Map.of("quarkus.datasource.password", "secret"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anyValueComesBackAsItWas() throws IOException {
        String value = " a\\path with = : # ! and ümlaut\n";
        Properties read = new Properties();

        read.load(new StringReader(SettingsFile.text(Map.of("key", value))));

        assertThat(read).containsEntry("key", value);
    }

    @Test
    void equalSettingsAreEqualFiles() {
        assertThat(SettingsFile.text(Map.of("a", "1", "b", "2")))
                .isEqualTo(SettingsFile.text(Map.of("b", "2", "a", "1")));
    }
}
