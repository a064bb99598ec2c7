package io.breakwater.activation.zone;

import io.breakwater.activation.Rrset;
import java.util.Objects;
import java.util.Optional;

/**
 * A record set that is to become all TXT records at a name.
 *
 * @param domain the name, without final dot
 * @param ttlSeconds 30 to 900
 * @param server the name server to send an update to, {@code host} or {@code host:port}; empty: whom the zone's SOA names
 */
public record ZoneChange(Rrset rrset, String domain, int ttlSeconds, Optional<String> server) {

    public static final int SHORTEST_TTL = 30;
    public static final int LONGEST_TTL = 900;

    /**
     * @throws IllegalArgumentException for a TTL that agents would notice too late, or that loads the name servers too much
     */
    public ZoneChange {
        Objects.requireNonNull(rrset, "rrset");
        Objects.requireNonNull(server, "server");
        domain = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        if (ttlSeconds < SHORTEST_TTL || ttlSeconds > LONGEST_TTL) {
            throw new IllegalArgumentException(
                    "The TTL is " + SHORTEST_TTL + " to " + LONGEST_TTL + " seconds, not " + ttlSeconds);
        }
    }

    public ZoneChange(Rrset rrset, String domain, int ttlSeconds) {
        this(rrset, domain, ttlSeconds, Optional.empty());
    }
}
