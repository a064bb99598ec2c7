package io.breakwater.dns;

import java.time.Duration;

/**
 * Limits of the look-ups of one {@link DnsLookups}.
 *
 * @param timeout of one query to one server, asking again without EDNS and over TCP included
 * @param hedgeAfter how long one server may take before the next is asked too
 * @param maxInFlight queries on the way at one time
 * @param maxQueriesPerSecond to one address, in any window of a second
 * @param maxPaceDelay longest time a query waits for its server's share before it is given up as {@code PACED}
 * @param maxRecords in one answer; checked before any is decoded
 * @param maxIgnored messages that do not answer the query and are waited past, before it is asked over TCP
 */
public record DnsLookupSettings(
        Duration timeout,
        Duration hedgeAfter,
        int maxInFlight,
        int maxQueriesPerSecond,
        Duration maxPaceDelay,
        int maxRecords,
        int maxIgnored) {
    private static final int MAX_RECORDS = 1_000;
    private static final int MAX_IGNORED = 64;

    /** 2 s, 250 ms, 200, 20, 2 s, 1,000, 64. */
    public static final DnsLookupSettings DEFAULT =
            new DnsLookupSettings(Duration.ofSeconds(2), Duration.ofMillis(250), 200, 20, Duration.ofSeconds(2));

    public DnsLookupSettings {
        if (timeout.isNegative() || timeout.isZero() || hedgeAfter.isNegative() || maxPaceDelay.isNegative()) {
            throw new IllegalArgumentException("times of DNS look-ups are positive");
        }
        if (maxInFlight < 1 || maxQueriesPerSecond < 1 || maxRecords < 1 || maxIgnored < 1) {
            throw new IllegalArgumentException("limits of DNS look-ups are at least 1");
        }
    }

    /** With 1,000 records and 64 ignored messages. */
    public DnsLookupSettings(
            Duration timeout, Duration hedgeAfter, int maxInFlight, int maxQueriesPerSecond, Duration maxPaceDelay) {
        this(timeout, hedgeAfter, maxInFlight, maxQueriesPerSecond, maxPaceDelay, MAX_RECORDS, MAX_IGNORED);
    }

    public DnsLookupSettings withTimeout(Duration newTimeout) {
        return new DnsLookupSettings(
                newTimeout, hedgeAfter, maxInFlight, maxQueriesPerSecond, maxPaceDelay, maxRecords, maxIgnored);
    }
}
