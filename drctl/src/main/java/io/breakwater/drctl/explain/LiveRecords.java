package io.breakwater.drctl.explain;

import io.breakwater.activation.Rrset;
import io.breakwater.dns.Asking;
import io.breakwater.dns.DnsLookupSettings;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.LookupResult;
import io.breakwater.dns.ServerAddress;
import java.util.List;
import java.util.OptionalLong;

/** Looks the records up. */
final class LiveRecords {

    /** Nothing was learned: not the same as finding nothing. */
    static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1;

        UnavailableException(String message) {
            super(message);
        }
    }

    private LiveRecords() {}

    static SeenRecords look(String domain, List<ServerAddress> servers, Asking asking) throws UnavailableException {
        List<ServerAddress> asked = servers.isEmpty() ? ServerAddress.systemResolvers() : servers;
        try (DnsLookups lookups = DnsLookups.create(DnsLookupSettings.DEFAULT)) {
            // A look-up always completes, in bounded time.
            return seen(
                    domain,
                    (asking == Asking.AUTHORITY
                                    ? lookups.txtOfAuthority(
                                            domain, asked, ServerAddress.systemResolvers(), ServerAddress.DNS_PORT)
                                    : lookups.txt(domain, asked, asking))
                            .toCompletableFuture()
                            .join());
        }
    }

    private static SeenRecords seen(String domain, LookupResult<List<byte[]>> result) throws UnavailableException {
        if (result instanceof LookupResult.Found<List<byte[]>> found) {
            return new SeenRecords(
                    Rrset.ofOctets(found.records()),
                    "DNS, answered by " + found.server(),
                    OptionalLong.of(found.ttlSeconds()),
                    0);
        }
        if (result instanceof LookupResult.Absent<List<byte[]>> absent) {
            return new SeenRecords(
                    Rrset.EMPTY,
                    "DNS, " + absent.kind() + " from " + absent.server(),
                    OptionalLong.of(absent.negativeTtlSeconds()),
                    0);
        }
        if (result instanceof LookupResult.Alias<List<byte[]>> alias) {
            throw new UnavailableException(
                    domain + " is an alias of " + alias.target() + ": ask a resolver, not the authority");
        }
        LookupResult.Unavailable<List<byte[]>> unavailable = (LookupResult.Unavailable<List<byte[]>>) result;
        throw new UnavailableException(unavailable.reason() + ": " + unavailable.detail());
    }
}
