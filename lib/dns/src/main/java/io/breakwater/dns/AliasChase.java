package io.breakwater.dns;

import io.breakwater.dns.LookupResult.Alias;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Asks authorities; where an alias leads is asked of them too, because they may have both zones and no resolver may know of it, and else
 * of the target's own. Circles end with {@link DnsLookups#MAX_ALIASES}. Holds no
 * state.
 */
record AliasChase(DnsLookups lookups, List<ServerAddress> resolvers, int authorityPort) {

    CompletionStage<LookupResult<List<byte[]>>> txt(String domain, List<ServerAddress> authorities) {
        return lookups.txt(domain, authorities, Asking.AUTHORITY).thenCompose(result -> next(result, authorities, 1));
    }

    private CompletionStage<LookupResult<List<byte[]>>> next(
            LookupResult<List<byte[]>> result, List<ServerAddress> servers, int aliases) {
        if (!(result instanceof Alias<List<byte[]>> alias)) {
            return CompletableFuture.completedFuture(result);
        }
        if (aliases > DnsLookups.MAX_ALIASES) {
            return nothing(alias, Reason.ALIAS_LOOP, "more than " + DnsLookups.MAX_ALIASES + " CNAMEs");
        }
        return lookups.txt(alias.target(), servers, Asking.AUTHORITY)
                .thenCompose(here -> here instanceof Unavailable<List<byte[]>>
                        ? elsewhere(alias, aliases)
                        : next(here, servers, aliases + 1));
    }

    private CompletionStage<LookupResult<List<byte[]>>> elsewhere(Alias<List<byte[]>> alias, int aliases) {
        return lookups.findAuthorities(alias.target(), resolvers, authorityPort).thenCompose(result -> {
            if (result instanceof AuthoritiesResult.Found found) {
                List<ServerAddress> servers = found.authorities().stream()
                        .flatMap(authority -> authority.addresses().stream())
                        .toList();
                return lookups.txt(alias.target(), servers, Asking.AUTHORITY)
                        .thenCompose(there -> next(there, servers, aliases + 1));
            }
            AuthoritiesResult.Unavailable failed = (AuthoritiesResult.Unavailable) result;
            return nothing(alias, failed.reason(), "authorities of " + alias.target() + ": " + failed.detail());
        });
    }

    private static CompletionStage<LookupResult<List<byte[]>>> nothing(
            Alias<List<byte[]>> alias, Reason reason, String detail) {
        return CompletableFuture.completedFuture(new Unavailable<>(reason, detail, alias.server(), alias.rttMicros()));
    }
}
