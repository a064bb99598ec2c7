package io.breakwater.snapshot.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SnapshotNameTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:15:02.417999Z");

    @Test
    void looksLikeZpas() {
        assertThat(SnapshotName.config(NOW)).isEqualTo("config-2026-11-20-09-15-02-417");
    }

    @Test
    void isOfNowInWholeMilliseconds() {
        assertThat(SnapshotName.instant(NOW, null)).isEqualTo(Instant.parse("2026-11-20T09:15:02.417Z"));
    }

    @Test
    void staysUniqueWithinAMillisecondAndWhenTheClockWentBack() {
        Instant sameMillisecond = Instant.parse("2026-11-20T09:15:02.417Z");
        Instant later = Instant.parse("2026-11-20T10:00:00Z");

        assertThat(SnapshotName.instant(NOW, sameMillisecond)).isEqualTo(sameMillisecond.plusMillis(1));
        assertThat(SnapshotName.instant(NOW, later)).isEqualTo(later.plusMillis(1));
    }
}
