package io.breakwater.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How committed events are sent, and how long they are remembered. */
@ConfigMapping(prefix = "breakwater.outbox")
public interface OutboxConfig {
    /** Whether this process sends. Off for a process that only appends. */
    @WithDefault("true")
    boolean relay();

    /** Looks for unsent events this often even when PostgreSQL does not tell of any. */
    @WithDefault("PT1S")
    Duration pollInterval();

    /** Events sent in one transaction. */
    @WithDefault("200")
    int batchSize();

    /** Octets of events sent in one transaction; the one that passes them is the last. */
    @WithDefault("4194304")
    long batchOctets();

    /** Wait after the first failure of an event or of PostgreSQL; doubles with each, shortened at random by up to a half. */
    @WithDefault("PT0.1S")
    Duration initialBackOff();

    /** The longest wait. */
    @WithDefault("PT5S")
    Duration maxBackOff();

    /** How long a sent event stays readable in the table. */
    @WithDefault("PT24H")
    Duration retention();

    /** How long a processed event's id is remembered; longer than the topics keep events. */
    @WithDefault("P8D")
    Duration inboxRetention();

    /** How often what is older than its retention is deleted. */
    @WithDefault("PT10M")
    Duration cleanupInterval();
}
