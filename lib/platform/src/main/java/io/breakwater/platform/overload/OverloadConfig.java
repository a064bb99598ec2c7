package io.breakwater.platform.overload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is asked of a service at a time. Connections: quarkus.http.limits.max-connections. */
@ConfigMapping(prefix = "breakwater.http")
public interface OverloadConfig {
    /** Requests that are worked on at a time; those above are answered 503 at once. Those that wait for news (wait=) do not count. */
    @WithDefault("256")
    int requests();

    /** How long a request may take until its answer begins; then it is answered 503. */
    @WithDefault("PT30S")
    Duration requestTimeout();

    /** The same for a request that waits for news (wait=). */
    @WithDefault("PT2M")
    Duration waitingTimeout();

    /** How long a caller may take for the headers of a request, from its connection or its first octet on. */
    @WithDefault("PT10S")
    Duration headersTimeout();

    /** How long a caller may take for the body of a request. */
    @WithDefault("PT30S")
    Duration bodyTimeout();
}
