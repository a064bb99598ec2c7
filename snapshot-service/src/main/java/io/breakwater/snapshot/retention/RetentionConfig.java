package io.breakwater.snapshot.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many snapshots stay. */
@ConfigMapping(prefix = "breakwater.snapshot.retention")
public interface RetentionConfig {
    /** The newest of a group that stay. */
    @WithDefault("15")
    int keep();

    /** The days (UTC) of which the newest stays besides. */
    @WithDefault("7")
    int days();

    /** From when a snapshot leaves its index until it is deleted: downloads that have begun end before. */
    @WithDefault("PT24H")
    Duration grace();

    /** How often what is over its grace time is looked for. */
    @WithDefault("PT10M")
    Duration cleanupInterval();
}
