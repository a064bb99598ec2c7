package io.breakwater.dns;

/** Whom a question goes to, and so what an answer must show to count. */
public enum Asking {
    /**
     * A name server of the zone itself: no recursion is asked for, and only an authoritative answer (AA) counts. A CNAME is reported
     * as {@link LookupResult.Alias}, because its target may belong to another zone with other authorities.
     */
    AUTHORITY,
    /** A resolver: recursion is asked for, and a chain of CNAMEs is followed, at most {@value DnsLookups#MAX_ALIASES} of them. */
    RECURSIVE
}
