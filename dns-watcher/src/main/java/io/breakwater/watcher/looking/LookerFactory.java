package io.breakwater.watcher.looking;

import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.ServerAddress;
import io.breakwater.watcher.WatcherConfig;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;

/** Builds a {@link Looker} from settings. */
public final class LookerFactory {
    private LookerFactory() {}

    /** @param executor runs the listeners of looks */
    public static Looker create(DnsLookups lookups, WatcherConfig config, Executor executor, Clock clock) {
        List<ServerAddress> resolvers = config.resolvers()
                .map(texts -> texts.stream().map(ServerAddress::parse).toList())
                .orElseGet(ServerAddress::systemResolvers);
        AuthorityBook.Ages ages = new AuthorityBook.Ages(
                config.authorities().minAge(), config.authorities().maxAge());
        WatcherConfig.Authorities limits = config.authorities();
        AuthorityBook book =
                new AuthorityBook(lookups, resolvers, config.authorityPort(), ages, clock, limits.maxDomains());
        AuthorityBook hosts = AuthorityBook.ofHosts(lookups, resolvers, ages, clock, limits.maxHosts());
        ServerRest rest = new ServerRest(
                config.backOff().initial(),
                config.backOff().max(),
                config.backOff().maxServers());
        return new Looker(
                lookups,
                new Sources(lookups, book, book.forAliases(limits.maxAliases()), hosts, resolvers),
                rest,
                executor,
                clock);
    }
}
