package io.breakwater.dns;

import java.util.List;

/**
 * What a look-up ended with. Only {@link Found}, {@link Absent} and {@link Alias} are observations; {@link Unavailable} says that
 * nothing was learned, and must never be read as absence.
 *
 * @param <T> one record's content: a TXT record's character-strings, an address, a name
 */
public sealed interface LookupResult<T> {

    /** Who said so, or for {@link Unavailable} who was asked last; null when nobody was asked. */
    ServerAddress server();

    /** From the question's first octet to the answer's last, in microseconds. */
    long rttMicros();

    /** Records, at least one, in the order of the answer. The TTL is the smallest of the records' and of any CNAME's on the way. */
    record Found<T>(List<T> records, long ttlSeconds, ServerAddress server, long rttMicros) implements LookupResult<T> {
        public Found {
            records = List.copyOf(records);
        }
    }

    /**
     * A denial, with the zone's SOA to prove where it comes from.
     *
     * @param negativeTtlSeconds the smaller of the SOA's TTL and its minimum: how long caches keep the denial (RFC 2308)
     */
    record Absent<T>(Kind kind, long negativeTtlSeconds, ServerAddress server, long rttMicros)
            implements LookupResult<T> {}

    /** An authority says that the name is an alias. Given only when asking with {@link Asking#AUTHORITY}. */
    record Alias<T>(String target, long ttlSeconds, ServerAddress server, long rttMicros) implements LookupResult<T> {}

    /** Nothing was learned. The detail is for people. */
    record Unavailable<T>(Reason reason, String detail, ServerAddress server, long rttMicros)
            implements LookupResult<T> {}

    /** How a name or type can be missing. */
    enum Kind {
        NXDOMAIN,
        NODATA
    }

    /** Why nothing was learned. */
    enum Reason {
        /** No answer in time. */
        TIMEOUT,
        /** The network or the system refused: unreachable, connection refused, no socket. */
        NETWORK,
        SERVFAIL,
        REFUSED,
        /** Another response code than these. */
        RCODE,
        /** Asked as an authority, it answered without authority. */
        LAME,
        /** It pointed to other servers. */
        REFERRAL,
        /** A resolver's answer from an expired cache entry (extended DNS errors 3 and 19, RFC 8914). */
        STALE,
        /** Truncated even over TCP. */
        TRUNCATED,
        /** Not an answer to the question, or one that contradicts itself. */
        MALFORMED,
        /** More CNAMEs than allowed, or a circle of them. */
        ALIAS_LOOP,
        /** The server's share of queries a second is used up. */
        PACED,
        /** Too many look-ups wait already. */
        OVERLOADED,
        /** Not a domain name. */
        BAD_NAME,
        /** No server to ask. */
        NO_SERVER
    }
}
