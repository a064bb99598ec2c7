package io.breakwater.watcher.looking;

import io.breakwater.dns.Asking;
import io.breakwater.dns.AuthoritiesResult;
import io.breakwater.dns.Authority;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.LookupResult;
import io.breakwater.dns.ServerAddress;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Remembers each domain's authorities. What is old is used on while it is searched again, and stays when the search fails: a dead
 * resolver must not stop us from asking authorities that we know. Safe for threads.
 */
final class AuthorityBook {
    private final Function<String, CompletionStage<AuthoritiesResult>> finder;
    private final Ages ages;
    private final Clock clock;
    private final int most;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > most;
        }
    };

    /** How long authorities count as fresh: their TTL within these bounds. */
    record Ages(Duration min, Duration max) {}

    /** @param most domains that are remembered; those not asked for longest are forgotten first */
    AuthorityBook(
            DnsLookups lookups, List<ServerAddress> resolvers, int authorityPort, Ages ages, Clock clock, int most) {
        this(domain -> lookups.findAuthorities(domain, List.copyOf(resolvers), authorityPort), ages, clock, most);
    }

    private AuthorityBook(
            Function<String, CompletionStage<AuthoritiesResult>> finder, Ages ages, Clock clock, int most) {
        this.finder = finder;
        this.ages = ages;
        this.clock = clock;
        this.most = most;
    }

    /**
     * A book for the targets of aliases, with the same look-ups, ages and clock.
     *
     * @param aliases fewer than domains: a zone can give another target with each answer, and must not fill the memory of all (I8)
     */
    AuthorityBook forAliases(int aliases) {
        return new AuthorityBook(finder, ages, clock, aliases);
    }

    /** Remembers servers that are named by host instead: each is one authority, at port 53. */
    static AuthorityBook ofHosts(DnsLookups lookups, List<ServerAddress> resolvers, Ages ages, Clock clock, int most) {
        return new AuthorityBook(
                host -> lookups.addresses(host, resolvers, Asking.RECURSIVE).thenApply(result -> ofHost(host, result)),
                ages,
                clock,
                most);
    }

    private static AuthoritiesResult ofHost(String host, LookupResult<InetAddress> result) {
        if (result instanceof LookupResult.Found<InetAddress> found) {
            List<ServerAddress> addresses = found.records().stream()
                    .map(address -> new ServerAddress(address, ServerAddress.DNS_PORT))
                    .toList();
            return new AuthoritiesResult.Found(host, List.of(new Authority(host, addresses)), found.ttlSeconds());
        }
        String why = result instanceof LookupResult.Unavailable<InetAddress> failed
                ? failed.reason() + " " + failed.detail()
                : "it has no address";
        return new AuthoritiesResult.Unavailable(LookupResult.Reason.NO_SERVER, host + ": " + why);
    }

    /** At once when they are known, else when the search ends. */
    CompletionStage<AuthoritiesResult> of(String domain) {
        Entry entry = entry(domain);
        CompletableFuture<AuthoritiesResult> search = new CompletableFuture<>();
        AuthoritiesResult.Found known;
        synchronized (entry) {
            known = entry.known;
            boolean fresh = known != null && clock.instant().isBefore(entry.searchAgainAt);
            if (fresh || entry.search != null) {
                return known != null ? CompletableFuture.completedFuture(known) : entry.search;
            }
            entry.search = search;
        }
        finder.apply(domain).thenAccept(result -> ended(entry, result));
        return known != null ? CompletableFuture.completedFuture(known) : search;
    }

    /** They do not answer as they should: search again with the next question. */
    void doubt(String domain) {
        Entry entry = entry(domain);
        synchronized (entry) {
            Instant soon = entry.searchedAt.plus(ages.min());
            entry.searchAgainAt = soon.isBefore(entry.searchAgainAt) ? soon : entry.searchAgainAt;
        }
    }

    private void ended(Entry entry, AuthoritiesResult result) {
        CompletableFuture<AuthoritiesResult> waiting;
        synchronized (entry) {
            waiting = entry.search;
            entry.search = null;
            entry.searchedAt = clock.instant();
            Duration age = ages.min();
            if (result instanceof AuthoritiesResult.Found found) {
                entry.known = withKnownAddresses(found, entry.known);
                Duration ttl = Duration.ofSeconds(found.ttlSeconds());
                age = ttl.compareTo(ages.min()) < 0 ? ages.min() : ttl.compareTo(ages.max()) > 0 ? ages.max() : ttl;
            }
            entry.searchAgainAt = entry.searchedAt.plus(age);
        }
        waiting.complete(result);
    }

    /** An authority whose address is not found this time keeps those that are known of it. */
    private static AuthoritiesResult.Found withKnownAddresses(
            AuthoritiesResult.Found found, AuthoritiesResult.Found known) {
        if (known == null) {
            return found;
        }
        Map<String, Authority> before =
                known.authorities().stream().collect(Collectors.toMap(Authority::name, one -> one, (a, b) -> a));
        List<Authority> all = found.authorities().stream()
                .map(one -> one.canBeAsked() ? one : before.getOrDefault(one.name(), one))
                .toList();
        return new AuthoritiesResult.Found(found.zone(), all, found.ttlSeconds());
    }

    private Entry entry(String domain) {
        synchronized (entries) {
            return entries.computeIfAbsent(domain, any -> new Entry());
        }
    }

    /** Guarded by itself. */
    private static final class Entry {
        private AuthoritiesResult.Found known;
        private Instant searchAgainAt = Instant.MIN;
        private Instant searchedAt = Instant.EPOCH;
        private CompletableFuture<AuthoritiesResult> search;
    }
}
