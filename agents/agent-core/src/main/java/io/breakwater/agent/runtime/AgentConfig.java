package io.breakwater.agent.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An agent's settings. */
@ConfigMapping(prefix = "breakwater.agent")
public interface AgentConfig {
    /** The agent's own directory: identity, state, snapshots. One process at a time works in it. */
    Path home();

    /** How people know it; the host's name when empty. */
    Optional<String> name();

    /** The software version it reports. */
    @WithDefault("0.1.0")
    String version();

    /** File with the provisioning key, read at each attempt to enrol. */
    Optional<Path> provisioningKeyFile();

    /** The provisioning key itself; a file is better. */
    Optional<String> provisioningKey();

    /** config-service's address. */
    Optional<URI> configServiceUrl();

    /** snapshot-service's address. */
    Optional<URI> snapshotServiceUrl();

    /** File in which an operator puts evidence. */
    Optional<Path> evidenceFile();

    /** Time between two looks at that file. */
    @WithDefault("PT2S")
    Duration evidenceFileInterval();

    Centre centre();

    Kafka kafka();

    Dns dns();

    Snapshots snapshots();

    ModeKeeping mode();

    Status status();

    Certificate certificate();

    Disk disk();

    /** How the central services are called. */
    interface Centre {
        /** The longest wait for a connection to config-service or snapshot-service. */
        @WithDefault("PT3S")
        Duration connectTimeout();

        /** The longest wait for an answer of theirs to begin. */
        @WithDefault("PT10S")
        Duration requestTimeout();

        /** Limit of one file of a snapshot. */
        @WithDefault("PT2M")
        Duration downloadTimeout();

        /** How long snapshot-service may hold an index request. */
        @WithDefault("PT30S")
        Duration longPoll();

        /** Pause after a round that went well. */
        @WithDefault("PT0.5S")
        Duration pause();

        /** First wait after a failure. */
        @WithDefault("PT1S")
        Duration retryMin();

        /** Longest wait after failures. */
        @WithDefault("PT1M")
        Duration retryMax();
    }

    /** The bus. */
    interface Kafka {
        /** Kafka's address; without one the agent works without the bus. */
        Optional<String> bootstrapServers();

        /** Further properties of the Kafka clients, for example for TLS. */
        Map<String, String> properties();

        /** The longest wait for the broker when a status is sent. */
        @WithDefault("PT5S")
        Duration timeout();

        /** Largest event that is taken, octets. */
        @WithDefault("524288")
        int maxEventSize();

        /** Longest wait between two attempts to reach Kafka. */
        @WithDefault("PT5S")
        Duration retryMax();
    }

    /** The agent's own look at the DR domain. */
    interface Dns {
        /** Resolvers, {@code host:port}; the system's when empty. */
        Optional<List<String>> servers();

        /** How often the agent looks the record up by itself. */
        @WithDefault("PT200S")
        Duration interval();

        /** Part of the interval by which it varies. */
        @WithDefault("0.1")
        double jitter();

        /** First wait after a look that failed. */
        @WithDefault("PT2S")
        Duration retry();

        /** Limit of one query to one server. */
        @WithDefault("PT2S")
        Duration timeout();

        /** Port of the domain's name servers, asked when a tenant's absence policy needs it. */
        @WithDefault("53")
        int authorityPort();
    }

    /** Snapshots on disk. */
    interface Snapshots {
        /** How many stay. */
        @WithDefault("15")
        int keep();

        /** Used fraction of the disk above which nothing more is taken. */
        @WithDefault("0.9")
        double maxDiskUsed();

        /** Largest snapshot, octets. */
        @WithDefault("268435456")
        long maxSize();

        /** Largest configuration file that comes into memory, octets; a sixteenth of the heap when empty. */
        OptionalLong maxConfigurationSize();

        /** Most application segments of a snapshot. */
        @WithDefault("20000")
        int maxSegments();
    }

    /** The mode keeper. */
    interface ModeKeeping {
        /** How often it looks at the clock. */
        @WithDefault("PT0.2S")
        Duration tick();
    }

    /** Status events. */
    interface Status {
        /** How often it tells its status when nothing changes. */
        @WithDefault("PT30S")
        Duration heartbeat();

        /** How many are kept while the bus is away. */
        @WithDefault("64")
        int keep();
    }

    /** The agent's home. */
    interface Disk {
        /** How often it is tried whether it can be written, and what lies there is compared with what it should be. */
        @WithDefault("PT10S")
        Duration checkInterval();
    }

    /** The agent's certificate. */
    interface Certificate {
        /** Age from which it is renewed. */
        @WithDefault("P30D")
        Duration renewAfter();
    }
}
