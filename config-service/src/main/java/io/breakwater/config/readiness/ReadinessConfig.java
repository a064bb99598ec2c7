package io.breakwater.config.readiness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the DR domain's addresses are looked up. */
@ConfigMapping(prefix = "breakwater.readiness")
public interface ReadinessConfig {
    /** Resolvers to ask, {@code address:port}; the system's when there are none. A tenant's own servers come first. */
    Optional<List<String>> resolvers();

    /** How long one query may take. */
    @WithDefault("PT2S")
    Duration lookupTimeout();

    /** How long dr-controller may take to tell which agents cannot look the DR domain up; then it counts as unknown. */
    @WithDefault("PT2S")
    Duration statusTimeout();
}
