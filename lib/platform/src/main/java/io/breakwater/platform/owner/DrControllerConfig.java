package io.breakwater.platform.owner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where dr-controller is. */
@ConfigMapping(prefix = "breakwater.dr-controller")
public interface DrControllerConfig {
    /** Address of dr-controller, which owns the tenants' DR states. */
    @WithDefault("http://127.0.0.1:8083")
    URI url();

    /** The longest wait for a connection to dr-controller. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** For one whole answer of dr-controller. */
    @WithDefault("PT10S")
    Duration readTimeout();
}
