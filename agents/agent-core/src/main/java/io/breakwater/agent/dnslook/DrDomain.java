package io.breakwater.agent.dnslook;

import io.breakwater.dns.Asking;
import io.breakwater.dns.AuthoritiesResult;
import io.breakwater.dns.Authority;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.LookupResult;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Asks this site's resolvers, as they are set up now, about the DR domain. Safe for threads. */
public final class DrDomain {
    private final DnsLookups lookups;
    private final DnsSettings settings;
    private final Clock clock;

    public DrDomain(DnsLookups lookups, DnsSettings settings, Clock clock) {
        this.lookups = lookups;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when a resolver in the settings cannot be read */
    public CompletionStage<LookupResult<List<byte[]>>> txt(String domain) {
        return lookups.txt(domain, settings.resolvers(), Asking.RECURSIVE);
    }

    /** @throws IllegalArgumentException when a resolver in the settings cannot be read */
    public CompletionStage<LookupResult<InetAddress>> addresses(String domain) {
        return lookups.addresses(domain, settings.resolvers(), Asking.RECURSIVE);
    }

    /** The name servers of the zone that holds the domain. */
    CompletionStage<AuthoritiesResult> authorities(String domain) {
        return lookups.findAuthorities(domain, settings.resolvers(), settings.authorityPort());
    }

    /** What one of them says itself, or those of the zone that an alias leads to. */
    CompletionStage<LookupResult<List<byte[]>>> txt(String domain, Authority authority) {
        return lookups.txtOfAuthority(domain, authority.addresses(), settings.resolvers(), settings.authorityPort());
    }

    Clock clock() {
        return clock;
    }
}
