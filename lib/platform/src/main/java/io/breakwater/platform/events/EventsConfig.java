package io.breakwater.platform.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How events are consumed and published. */
@ConfigMapping(prefix = "breakwater.events")
public interface EventsConfig {
    /** The CloudEvents source of what this service publishes. */
    @WithDefault("/${quarkus.application.name:breakwater}")
    String source();

    /** The private Ed25519 key (PKCS#8 PEM) with which this service signs its events. Read again when it changes. Needed. */
    Optional<Path> signingKeyFile();

    /**
     * Directory with the public keys (PEM) of all services that publish: dns-watcher.pem, dns-watcher.next.pem and so on. Looked at
     * again every few seconds: a new key needs no restart. Needed.
     */
    Optional<Path> trustDirectory();

    /** How far an event's ce_time may be ahead of this service's clock. Not asked of agents: their clock is not ours. */
    @WithDefault("PT5M")
    Duration maxAhead();

    Keys keys();

    Limits limits();

    Retry retry();

    /** How keys are read. */
    interface Keys {
        /** How often the directory and the signing key are looked at. */
        @WithDefault("PT5S")
        Duration lookInterval();

        /** Files that are read of the trust directory, at most. */
        @WithDefault("200")
        int maxFiles();

        /** Octets of one file, at most. */
        @WithDefault("65536")
        int maxFileSize();

        /** Keys of one producer, at most. */
        @WithDefault("64")
        int maxKeys();

        /** Agents whose last counter is remembered. */
        @WithDefault("100000")
        long agentCounters();

        /** How long after its last event an agent's counter is remembered: for so long one whose clock was set back is not heard. */
        @WithDefault("PT10M")
        Duration agentCounterRetention();
    }

    /** Octets of records that were handed over and that Kafka does not have yet, at most; what comes on top is tried again later. */
    @WithDefault("16777216")
    long maxUnsent();

    /** What an event may measure before it is verified and decoded. Larger ones are put aside. */
    interface Limits {
        /** Octets of the value. An observation of a record set of 64 KiB has less. */
        @WithDefault("524288")
        int value();

        /** Octets of the key. */
        @WithDefault("512")
        int key();

        /** Octets of all headers, names and values. */
        @WithDefault("16384")
        int headers();

        /** Values of more octets are verified and decoded on a worker thread. */
        @WithDefault("4096")
        int inline();
    }

    /** How failed work is repeated. */
    interface Retry {
        /** Wait before the second try; doubles with each try. Each wait is shortened at random by up to a half. */
        @WithDefault("PT0.05S")
        Duration initialBackOff();

        /** The longest wait. */
        @WithDefault("PT2S")
        Duration maxBackOff();

        /** Tries of work that fails without our knowing why, before its event goes to the dead-letter topic. */
        @WithDefault("8")
        int attempts();
    }
}
