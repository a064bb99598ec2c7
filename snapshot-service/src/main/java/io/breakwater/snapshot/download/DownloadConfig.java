package io.breakwater.snapshot.download;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How indexes are waited for. */
@ConfigMapping(prefix = "breakwater.snapshot.download")
public interface DownloadConfig {
    /** The longest wait for another index; a caller that asks for more gets this. */
    @WithDefault("PT60S")
    Duration longestWait();

    /** Callers that may wait at a time; the next ones are answered at once. */
    @WithDefault("10000")
    int mostWaiting();

    /** How often the indexes that are waited for are looked at. */
    @WithDefault("PT0.25S")
    Duration watchInterval();

    /** Octets of files that all downloads may hold in memory; who comes beyond is told to come again. */
    @WithDefault("24M")
    MemorySize mostBytes();
}
