package io.breakwater.snapshot.configclient;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where config-service is. */
@ConfigMapping(prefix = "breakwater.config-service")
public interface ConfigServiceConfig {
    /** Its address, for example {@code http://127.0.0.1:8081}. */
    URI url();

    /** The longest wait for a connection. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** For one whole answer. */
    @WithDefault("PT10S")
    Duration readTimeout();
}
