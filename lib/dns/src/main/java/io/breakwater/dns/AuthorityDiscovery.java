package io.breakwater.dns;

import io.breakwater.dns.AnswerReader.Reading;
import io.breakwater.dns.LookupResult.Found;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * Finds a zone's name servers: asks for NS at the name; a denial's SOA names the zone, else the search goes one label up. Then each
 * server's addresses: one without any stays in the list, so that what cannot be asked makes no majority of the others. Holds no state.
 */
final class AuthorityDiscovery {
    private static final int MAX_AUTHORITIES = 13;
    private static final int MAX_ADDRESSES = 4;

    private final WireLookups lookups;

    AuthorityDiscovery(WireLookups lookups) {
        this.lookups = lookups;
    }

    CompletionStage<AuthoritiesResult> find(Name name, List<ServerAddress> resolvers, int port) {
        return lookups.reading(name, Type.NS, resolvers)
                .thenCompose(result -> decide(name, result, new Search(resolvers, port)));
    }

    private CompletionStage<AuthoritiesResult> decide(Name name, LookupResult<Reading> result, Search search) {
        if (result instanceof Unavailable<Reading> failed) {
            return unavailable(failed.reason(), "NS of " + name + ": " + failed.detail());
        }
        Reading reading = ((Found<Reading>) result).records().get(0);
        if (reading instanceof Reading.Records found) {
            return withAddresses(name, found, search);
        }
        if (reading instanceof Reading.Denial denial && !denial.zone().equals(name)) {
            return find(denial.zone(), search.resolvers(), search.port());
        }
        if (name.labels() <= 2) {
            return unavailable(Reason.MALFORMED, "no zone was found up to " + name);
        }
        return find(new Name(name, 1), search.resolvers(), search.port());
    }

    private CompletionStage<AuthoritiesResult> withAddresses(Name zone, Reading.Records found, Search search) {
        List<CompletableFuture<Addressed>> servers = found.records().stream()
                .filter(NSRecord.class::isInstance)
                .map(record -> ((NSRecord) record).getTarget())
                .limit(MAX_AUTHORITIES)
                .map(server -> addressed(server, search))
                .toList();
        return CompletableFuture.allOf(servers.toArray(CompletableFuture[]::new))
                .thenCompose(done -> {
                    List<Addressed> all =
                            servers.stream().map(CompletableFuture::join).toList();
                    return all.stream().noneMatch(one -> one.authority().canBeAsked())
                            ? unavailable(Reason.NO_SERVER, "no name server of " + zone + " has an address")
                            : CompletableFuture.completedFuture(result(zone, found, all));
                });
    }

    private static AuthoritiesResult result(Name zone, Reading.Records found, List<Addressed> all) {
        long ttl = Math.min(
                found.ttlSeconds(),
                all.stream().mapToLong(Addressed::ttlSeconds).min().orElse(Long.MAX_VALUE));
        List<Authority> authorities = all.stream()
                .map(Addressed::authority)
                .sorted(Comparator.comparing(Authority::name))
                .toList();
        return new AuthoritiesResult.Found(zone.toString(true), authorities, ttl);
    }

    private CompletableFuture<Addressed> addressed(Name server, Search search) {
        return lookups.addresses(server.toString(), search.resolvers(), Asking.RECURSIVE)
                .thenApply(result -> result instanceof Found<InetAddress> found
                        ? addressed(server, found, search.port())
                        : new Addressed(new Authority(server.toString(true), List.of()), 0))
                .toCompletableFuture();
    }

    private static Addressed addressed(Name server, Found<InetAddress> found, int port) {
        List<ServerAddress> addresses = found.records().stream()
                .sorted(Comparator.comparing(address -> address instanceof Inet4Address ? 0 : 1))
                .limit(MAX_ADDRESSES)
                .map(address -> new ServerAddress(address, port))
                .toList();
        return new Addressed(new Authority(server.toString(true), addresses), found.ttlSeconds());
    }

    private static CompletionStage<AuthoritiesResult> unavailable(Reason reason, String detail) {
        return CompletableFuture.completedFuture(new AuthoritiesResult.Unavailable(reason, detail));
    }

    private record Search(List<ServerAddress> resolvers, int port) {}

    private record Addressed(Authority authority, long ttlSeconds) {}
}
