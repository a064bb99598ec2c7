package io.breakwater.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.local.SuiteException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteLockTest {
    @TempDir
    private Path directory;

    @Test
    void aSecondSuiteOnTheSameDataIsToldThatOneRuns() {
        Path file = directory.resolve("suite.lock");
        try (SuiteLock held = SuiteLock.acquire(file)) {
            assertThat(held).isNotNull();

            assertThatThrownBy(() -> SuiteLock.acquire(file))
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("already running on " + directory)
                    .hasMessageContaining("./breakwater down");
        }
    }

    @Test
    void itIsFreeAgainAfterwards() {
        Path file = directory.resolve("suite.lock");
        SuiteLock.acquire(file).close();

        assertThat(SuiteLock.isHeld(file)).isFalse();
        SuiteLock.acquire(file).close();
    }
}
