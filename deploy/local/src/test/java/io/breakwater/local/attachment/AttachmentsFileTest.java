package io.breakwater.local.attachment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.local.SuiteException;
import io.breakwater.local.layout.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A data directory")
class AttachmentsFileTest {
    private static final Attachments OWN = new Attachments(Map.of(), Map.of("--port-offset", "0"));

    @TempDir
    Path root;

    private AttachmentsFile file;

    @BeforeEach
    void file() {
        file = new AttachmentsFile(new DataDirectory(root));
    }

    @Test
    @DisplayName("belongs to nothing before its first start")
    void fresh() {
        assertThatCode(() -> file.require(OWN, false)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("goes on with the options that it was begun with")
    void same() {
        file.write(OWN);

        assertThatCode(() -> file.require(OWN, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"--postgres,postgresql://me@db:5432", "--kafka,broker:9092", "--dns,192.0.2.1:53/example.com"})
    @DisplayName("refuses other servers, naming the option, both values and the way back")
    void otherServers(String option, String value) {
        file.write(OWN);

        assertThatThrownBy(() -> file.require(new Attachments(Map.of(option, value), OWN.ports()), false))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(option)
                .hasMessageContaining(value)
                .hasMessageContaining("the suite's own")
                .hasMessageContaining("--data");
    }

    @ParameterizedTest
    @CsvSource({"--postgres,postgresql://me@db:5432", "--kafka,broker:9092", "--dns,192.0.2.1:53/example.com"})
    @DisplayName("refuses its own servers when it was begun with others, and tells the options to go on with")
    void withoutTheServer(String option, String value) {
        file.write(new Attachments(Map.of(option, value), OWN.ports()));

        assertThatThrownBy(() -> file.require(OWN, true))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("up --data")
                .hasMessageContaining(option + " " + value);
    }

    @Test
    @DisplayName("refuses other ports, because tokens and agents know the first ones, unless it is moved")
    void otherPorts() {
        file.write(OWN);
        Attachments moved = new Attachments(Map.of(), Map.of("--port-offset", "300", "--port kafka", "9092"));

        assertThatThrownBy(() -> file.require(moved, false))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("--port-offset")
                .hasMessageContaining("--move-ports");
        assertThatCode(() -> file.require(moved, true)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("says what to do with a file that cannot be understood")
    void garbage() throws IOException {
        Files.writeString(root.resolve("attachments.json"), "{\"servers\":");

        assertThatThrownBy(() -> file.require(OWN, false))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("cannot be understood");
    }
}
