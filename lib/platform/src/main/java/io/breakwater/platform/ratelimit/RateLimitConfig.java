package io.breakwater.platform.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** How many requests one source address may send. */
@ConfigMapping(prefix = "breakwater.rate-limit")
public interface RateLimitConfig {
    /** Whether requests are counted. Off in tests. */
    @WithDefault("true")
    boolean enabled();

    /** Beginnings of the paths that are limited; without any, none is. */
    Optional<List<String>> paths();

    /** GET and HEAD requests in a window. */
    @WithDefault("20")
    @Min(1)
    int reads();

    /** All other requests in a window. */
    @WithDefault("10")
    @Min(1)
    int writes();

    /** The window. The first one begins with the first request, the next one when it is over. */
    @WithDefault("PT10S")
    @DurationMin(millis = 1)
    Duration window();

    /** Source addresses that are remembered at most, some 1 kB each; with more at a time some are not limited. */
    @WithDefault("10000")
    @Min(1)
    int callers();
}
