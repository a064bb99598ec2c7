package io.breakwater.config.wire;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What requests may be like. */
@ConfigMapping(prefix = "breakwater.requests")
public interface RequestsConfig {
    /** Octets of a body, at most. A tenant's document alone may be larger. */
    @WithDefault("1M")
    MemorySize largestBody();

    /** Octets of a tenant's document; quarkus.http.limits.max-body-size must allow them too. */
    @WithDefault("8M")
    MemorySize largestDocument();

    /** Octets of all bodies that are read at a time; beyond it requests with a body are answered 429. One alone is always read. */
    @WithDefault("16M")
    MemorySize allBodies();
}
