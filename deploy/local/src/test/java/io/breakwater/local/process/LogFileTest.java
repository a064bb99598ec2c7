package io.breakwater.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    private Path directory;

    @Test
    void aLargeLogIsPutAsideInPlaceOfTheOneBefore() throws IOException {
        Path log = Files.writeString(directory.resolve("kafka.log"), "new and large");
        Path aside = Files.writeString(directory.resolve("kafka.log.1"), "old");

        LogFile.turn(log, 5);

        assertThat(log).doesNotExist();
        assertThat(aside).hasContent("new and large");
    }

    @Test
    void aSmallOneIsGoneOnWith() throws IOException {
        Path log = Files.writeString(directory.resolve("kafka.log"), "new");

        LogFile.turn(log, 5);
        LogFile.turn(directory.resolve("none.log"), 5);

        assertThat(log).hasContent("new");
    }
}
