package io.breakwater.watcher.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The listener for NOTIFY, over UDP and TCP on one port. */
@ConfigMapping(prefix = "breakwater.watcher.notify")
public interface NotifyConfig {
    /** The address on which NOTIFY is heard, over UDP and TCP. */
    @WithDefault("127.0.0.1")
    String host();

    /** 0: any free one. */
    @WithDefault("5353")
    int port();

    /**
     * TSIG keys by name: {@code algorithm:secret}, the secret in Base64, for example {@code hmac-sha256:…}. With at least one key,
     * unsigned NOTIFY is refused.
     */
    Map<String, String> tsig();

    /** Files that hold such a value, by key name. */
    Map<String, Path> tsigFile();

    /** TCP connections at one time; further ones are closed. */
    @WithDefault("100")
    int maxConnections();

    /** After which a silent TCP connection is closed. */
    @WithDefault("PT10S")
    Duration idleTimeout();

    /** After which a TCP connection is closed, whatever it sends: nobody keeps another's place. */
    @WithDefault("PT60S")
    Duration connectionTimeout();

    /** Messages that are looked at in a second; further ones are dropped and counted. Senders repeat theirs, and polls go on. */
    @WithDefault("1000")
    int maxPerSecond();
}
