package io.breakwater.watcher.looking;

import io.breakwater.dns.Asking;
import io.breakwater.dns.AuthoritiesResult;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.LookupResult;
import io.breakwater.dns.LookupResult.Alias;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import io.breakwater.dns.ServerAddress;
import io.breakwater.watcher.settings.WatchedDomain;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Who is to be asked for a domain, and how one of them is asked. Safe for threads. */
final class Sources {
    private final DnsLookups lookups;
    private final DnsLookups background;
    private final AuthorityBook book;
    private final List<ServerAddress> resolvers;

    Sources(DnsLookups lookups, AuthorityBook book, List<ServerAddress> resolvers) {
        this.lookups = lookups;
        this.background = lookups.inBackground();
        this.book = book;
        this.resolvers = List.copyOf(resolvers);
    }

    /** The voices for a domain, or why there are none. */
    record Choice(List<Source> sources, String zone, String failure) {}

    CompletionStage<Choice> of(WatchedDomain domain) {
        if (domain.recursive()) {
            List<ServerAddress> servers = domain.servers().isEmpty() ? resolvers : domain.servers();
            return chosen(List.of(new Source("resolvers", servers, Asking.RECURSIVE)));
        }
        if (!domain.servers().isEmpty()) {
            return chosen(domain.servers().stream()
                    .map(server -> new Source(server.toString(), List.of(server), Asking.AUTHORITY))
                    .toList());
        }
        return book.of(domain.domain()).thenApply(Sources::choice);
    }

    /**
     * The source's answer; an alias is followed to the authorities of its target.
     *
     * @param urgent whether the question goes before those that can wait
     */
    CompletionStage<LookupResult<List<byte[]>>> ask(String domain, Source source, boolean urgent) {
        return ask(urgent ? lookups : background, domain, source.servers(), source.asking(), 0);
    }

    /** They answered without use: their list may be out of date. */
    void doubt(WatchedDomain domain) {
        if (!domain.recursive() && domain.servers().isEmpty()) {
            book.doubt(domain.domain());
        }
    }

    private CompletionStage<LookupResult<List<byte[]>>> ask(
            DnsLookups asker, String name, List<ServerAddress> servers, Asking asking, int aliases) {
        return asker.txt(name, servers, asking)
                .thenCompose(result -> result instanceof Alias<List<byte[]>> alias
                        ? follow(asker, alias, aliases + 1)
                        : CompletableFuture.completedFuture(result));
    }

    private CompletionStage<LookupResult<List<byte[]>>> follow(
            DnsLookups asker, Alias<List<byte[]>> alias, int aliases) {
        if (aliases > DnsLookups.MAX_ALIASES) {
            return CompletableFuture.completedFuture(
                    new Unavailable<>(Reason.ALIAS_LOOP, "at " + alias.target(), alias.server(), alias.rttMicros()));
        }
        return book.of(alias.target()).thenCompose(result -> {
            Choice choice = choice(result);
            List<ServerAddress> servers = choice.sources().stream()
                    .flatMap(source -> source.servers().stream())
                    .toList();
            return servers.isEmpty()
                    ? CompletableFuture.completedFuture(
                            new Unavailable<>(Reason.NO_SERVER, choice.failure(), alias.server(), alias.rttMicros()))
                    : ask(asker, alias.target(), servers, Asking.AUTHORITY, aliases);
        });
    }

    private static Choice choice(AuthoritiesResult result) {
        if (result instanceof AuthoritiesResult.Found found) {
            List<Source> sources = found.authorities().stream()
                    .map(authority -> new Source(authority.name(), authority.addresses(), Asking.AUTHORITY))
                    .toList();
            return new Choice(sources, found.zone(), null);
        }
        AuthoritiesResult.Unavailable failed = (AuthoritiesResult.Unavailable) result;
        return new Choice(List.of(), null, "no authorities: " + failed.reason() + ", " + failed.detail());
    }

    private static CompletionStage<Choice> chosen(List<Source> sources) {
        return CompletableFuture.completedFuture(new Choice(sources, null, null));
    }
}
