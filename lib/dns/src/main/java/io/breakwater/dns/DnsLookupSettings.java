package io.breakwater.dns;

import java.time.Duration;

/**
 * Limits of the look-ups of one {@link DnsLookups}.
 *
 * @param timeout of one query to one server, TCP after truncation included
 * @param hedgeAfter how long one server may take before the next is asked too
 * @param maxInFlight queries on the way at one time
 * @param maxQueriesPerSecond to one address, in any window of a second
 * @param maxPaceDelay longest time a query waits for its server's share before it is given up as {@code PACED}
 */
public record DnsLookupSettings(
        Duration timeout, Duration hedgeAfter, int maxInFlight, int maxQueriesPerSecond, Duration maxPaceDelay) {

    /** 2 s, 250 ms, 200, 20, 2 s. */
    public static final DnsLookupSettings DEFAULT =
            new DnsLookupSettings(Duration.ofSeconds(2), Duration.ofMillis(250), 200, 20, Duration.ofSeconds(2));

    public DnsLookupSettings {
        if (timeout.isNegative() || timeout.isZero() || hedgeAfter.isNegative() || maxPaceDelay.isNegative()) {
            throw new IllegalArgumentException("times of DNS look-ups are positive");
        }
        if (maxInFlight < 1 || maxQueriesPerSecond < 1) {
            throw new IllegalArgumentException("limits of DNS look-ups are at least 1");
        }
    }

    public DnsLookupSettings withTimeout(Duration newTimeout) {
        return new DnsLookupSettings(newTimeout, hedgeAfter, maxInFlight, maxQueriesPerSecond, maxPaceDelay);
    }
}
