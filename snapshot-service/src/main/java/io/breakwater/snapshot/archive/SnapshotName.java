package io.breakwater.snapshot.archive;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Names like ZPA's, unique in their group because no two of its snapshots have one millisecond. */
final class SnapshotName {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HH-mm-ss-SSS").withZone(ZoneOffset.UTC);

    private SnapshotName() {}

    /** The time of a new snapshot: now, but after the one before it even when the clock went back. Whole milliseconds. */
    static Instant instant(Instant now, Instant before) {
        Instant millis = now.truncatedTo(ChronoUnit.MILLIS);
        return before == null || millis.isAfter(before) ? millis : before.plusMillis(1);
    }

    /** For example {@code config-2026-11-20-09-15-02-417}. */
    static String config(Instant created) {
        return "config-" + STAMP.format(created);
    }
}
