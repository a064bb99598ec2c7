package io.breakwater.snapshot.eventkeys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Which keys of {@code breakwater.events.trust-directory} agents learn with their index. */
@ConfigMapping(prefix = "breakwater.snapshot.event-keys")
public interface EventKeysConfig {
    /** The producers to whom agents listen. */
    @WithDefault("dns-watcher,snapshot-service")
    Set<String> producers();

    /** How often the directory is looked at. */
    @WithDefault("PT5S")
    Duration lookInterval();

    /** Files that are read of it, at most. */
    @WithDefault("200")
    int maxFiles();

    /** Octets of one file, at most. */
    @WithDefault("65536")
    int maxFileSize();

    /** Keys in an index, at most. */
    @WithDefault("64")
    int maxKeys();

    /** How long after a tenant's last attempt an index that tells other keys is made anew. */
    @WithDefault("PT30S")
    Duration patience();
}
