package io.breakwater.platform.owner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where config-service is. */
@ConfigMapping(prefix = "breakwater.config-service")
public interface ConfigServiceConfig {
    /** Address of config-service, which owns the configuration and signs the services in. */
    @WithDefault("http://127.0.0.1:8081")
    URI url();

    /** The longest wait for a connection to config-service. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** For one whole answer of config-service. */
    @WithDefault("PT10S")
    Duration readTimeout();
}
