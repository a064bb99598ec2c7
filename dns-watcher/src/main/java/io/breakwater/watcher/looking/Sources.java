package io.breakwater.watcher.looking;

import io.breakwater.dns.Asking;
import io.breakwater.dns.AuthoritiesResult;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.LookupResult;
import io.breakwater.dns.LookupResult.Alias;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import io.breakwater.dns.ServerAddress;
import io.breakwater.dns.ServerName;
import io.breakwater.watcher.settings.WatchedDomain;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Who is to be asked for a domain, and how one of them is asked. Safe for threads. */
final class Sources {
    private static final String RESOLVERS = "resolvers";

    private final DnsLookups lookups;
    private final DnsLookups background;
    private final AuthorityBook book;
    private final AuthorityBook targets;
    private final AuthorityBook hosts;
    private final List<ServerAddress> resolvers;

    /**
     * @param targets knows the authorities of aliases' targets
     * @param hosts knows the addresses of servers that tenants name by host
     */
    Sources(
            DnsLookups lookups,
            AuthorityBook book,
            AuthorityBook targets,
            AuthorityBook hosts,
            List<ServerAddress> resolvers) {
        this.lookups = lookups;
        this.background = lookups.inBackground();
        this.book = book;
        this.targets = targets;
        this.hosts = hosts;
        this.resolvers = List.copyOf(resolvers);
    }

    /** The voices for a domain, at least one of which can be asked; or why there are none. */
    record Choice(List<Source> sources, String zone, String failure) {}

    CompletionStage<Choice> of(WatchedDomain domain) {
        if (!domain.servers().isEmpty()) {
            return named(domain.servers()).thenApply(sources -> chosen(domain.recursive(), sources));
        }
        return domain.recursive()
                ? CompletableFuture.completedFuture(
                        new Choice(List.of(new Source(RESOLVERS, resolvers, Asking.RECURSIVE)), null, null))
                : book.of(domain.domain()).thenApply(Sources::choice);
    }

    private CompletionStage<List<Source>> named(List<ServerName> servers) {
        CompletionStage<List<Source>> all = CompletableFuture.completedFuture(List.of());
        for (ServerName server : servers) {
            all = all.thenCombine(
                    addresses(server),
                    (before, addresses) -> Stream.concat(
                                    before.stream(),
                                    Stream.of(new Source(server.toString(), addresses, Asking.AUTHORITY)))
                            .toList());
        }
        return all;
    }

    private CompletionStage<List<ServerAddress>> addresses(ServerName server) {
        return server.address()
                .<CompletionStage<List<ServerAddress>>>map(
                        address -> CompletableFuture.completedFuture(List.of(address)))
                .orElseGet(() -> hosts.of(server.host()).thenApply(result -> addresses(result, server.port())));
    }

    private static List<ServerAddress> addresses(AuthoritiesResult result, int port) {
        return choice(result).sources().stream()
                .flatMap(source -> source.servers().stream())
                .map(server -> new ServerAddress(server.address(), port))
                .toList();
    }

    /** Resolvers are one voice, authorities one each. */
    private static Choice chosen(boolean recursive, List<Source> named) {
        if (named.stream().noneMatch(Source::canBeAsked)) {
            return new Choice(List.of(), null, "none of the servers that the tenant names has an address now");
        }
        if (!recursive) {
            return new Choice(named, null, null);
        }
        List<ServerAddress> all =
                named.stream().flatMap(source -> source.servers().stream()).toList();
        return new Choice(List.of(new Source(RESOLVERS, all, Asking.RECURSIVE)), null, null);
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
                        ? follow(asker, alias, servers, asking, aliases + 1)
                        : CompletableFuture.completedFuture(result));
    }

    /**
     * Resolvers are asked for the target as well: they may be the only ones that know it. Of an authority's alias the target's
     * authorities are asked, and the same servers when those cannot be found: they may be private and hold both zones.
     */
    private CompletionStage<LookupResult<List<byte[]>>> follow(
            DnsLookups asker, Alias<List<byte[]>> alias, List<ServerAddress> before, Asking asking, int aliases) {
        if (aliases > DnsLookups.MAX_ALIASES) {
            return CompletableFuture.completedFuture(
                    new Unavailable<>(Reason.ALIAS_LOOP, "at " + alias.target(), alias.server(), alias.rttMicros()));
        }
        if (asking == Asking.RECURSIVE) {
            return ask(asker, alias.target(), before, asking, aliases);
        }
        return targets.of(alias.target()).thenCompose(result -> {
            List<ServerAddress> servers = choice(result).sources().stream()
                    .flatMap(source -> source.servers().stream())
                    .toList();
            return ask(asker, alias.target(), servers.isEmpty() ? before : servers, Asking.AUTHORITY, aliases);
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
}
