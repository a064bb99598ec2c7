package io.breakwater.config.enrollment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What agents get when they enrol. */
@ConfigMapping(prefix = "breakwater.enrollment")
public interface EnrollmentConfig {
    /** How long an agent's certificate lives. Agents renew from day 30, so that a long disaster finds at least 60 days left. */
    @WithDefault("P90D")
    Duration certificateLife();

    /** PEM files of the Ed25519 keys with which snapshots are signed. */
    Optional<List<Path>> snapshotPublicKeyFiles();

    /** Producers whose event keys agents get: those that agents listen to. The keys stand in breakwater.events.trust-directory. */
    @WithDefault("dns-watcher,snapshot-service")
    Set<String> eventKeyProducers();

    /** How often breakwater.events.trust-directory is looked at for keys that came or went. */
    @WithDefault("PT5S")
    Duration eventKeysLookInterval();
}
