package io.breakwater.watcher.looking;

import io.breakwater.dns.AuthoritiesResult;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.ServerAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Remembers each domain's authorities. What is old is used on while it is searched again, and stays when the search fails: a dead
 * resolver must not stop us from asking authorities that we know. Safe for threads.
 */
final class AuthorityBook {
    private static final int MAX_DOMAINS = 50_000;

    private final DnsLookups lookups;
    private final List<ServerAddress> resolvers;
    private final int authorityPort;
    private final Ages ages;
    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > MAX_DOMAINS;
        }
    };

    /** How long authorities count as fresh: their TTL within these bounds. */
    record Ages(Duration min, Duration max) {}

    AuthorityBook(DnsLookups lookups, List<ServerAddress> resolvers, int authorityPort, Ages ages, Clock clock) {
        this.lookups = lookups;
        this.resolvers = List.copyOf(resolvers);
        this.authorityPort = authorityPort;
        this.ages = ages;
        this.clock = clock;
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
        lookups.findAuthorities(domain, resolvers, authorityPort).thenAccept(result -> ended(entry, result));
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
                entry.known = found;
                Duration ttl = Duration.ofSeconds(found.ttlSeconds());
                age = ttl.compareTo(ages.min()) < 0 ? ages.min() : ttl.compareTo(ages.max()) > 0 ? ages.max() : ttl;
            }
            entry.searchAgainAt = entry.searchedAt.plus(age);
        }
        waiting.complete(result);
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
