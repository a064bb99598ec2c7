package io.breakwater.dns;

import java.util.List;

/** What the search for a domain's authorities ended with. */
public sealed interface AuthoritiesResult {

    /**
     * The name servers of the zone that holds the domain, by name: all that its NS records name, at least one of them with an address.
     *
     * @param zone without final dot
     * @param ttlSeconds after which to search again: the smallest TTL of what the result rests on; 0 when an address is missing
     */
    record Found(String zone, List<Authority> authorities, long ttlSeconds) implements AuthoritiesResult {
        public Found {
            authorities = List.copyOf(authorities);
        }
    }

    /** They could not be found now. The detail is for people. */
    record Unavailable(LookupResult.Reason reason, String detail) implements AuthoritiesResult {}
}
