package io.breakwater.config.wire;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What requests may be like. */
@ConfigMapping(prefix = "breakwater.requests")
public interface RequestsConfig {
    /** Largest body that a request may say it has. A tenant's document alone may be larger: quarkus.http.limits.max-body-size. */
    @WithDefault("1M")
    MemorySize largestBody();
}
