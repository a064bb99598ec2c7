package io.breakwater.watcher.looking;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Policy;
import io.breakwater.dns.Asking;
import io.breakwater.dns.AuthoritiesResult;
import io.breakwater.dns.Authority;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.LookupResult;
import io.breakwater.dns.LookupResult.Alias;
import io.breakwater.dns.LookupResult.Found;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import io.breakwater.dns.ServerAddress;
import io.breakwater.dns.ServerName;
import io.breakwater.watcher.settings.WatchedDomain;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final ServerAddress RESOLVER = ServerAddress.parse("192.0.2.53");
    private static final ServerAddress HOME = ServerAddress.parse("192.0.2.1");
    private static final ServerAddress AWAY = ServerAddress.parse("192.0.2.2");
    private static final ServerAddress AT_5300 = ServerAddress.parse("192.0.2.1:5300");

    private final Sources sources = sources(new World());

    @Test
    void anAliasIsFollowedToTheAuthoritiesOfItsTarget() {
        Source home = new Source("ns.home.test", List.of(HOME), Asking.AUTHORITY);

        LookupResult<List<byte[]>> result =
                sources.ask("dr.home.test", home, true).toCompletableFuture().join();

        assertThat(result).isInstanceOf(Found.class);
        assertThat(result.server()).isEqualTo(AWAY);
    }

    @Test
    void resolversAreAskedForTheTargetToo() {
        Source resolvers = new Source("resolvers", List.of(RESOLVER), Asking.RECURSIVE);

        LookupResult<List<byte[]>> result = sources.ask("dr.home.test", resolvers, true)
                .toCompletableFuture()
                .join();

        assertThat(result).isInstanceOf(Found.class);
        assertThat(result.server()).isEqualTo(RESOLVER);
    }

    @Test
    void theSameServersAreAskedForATargetWhoseAuthoritiesNobodyFinds() {
        Source home = new Source("ns.home.test", List.of(HOME), Asking.AUTHORITY);

        LookupResult<List<byte[]>> result = sources.ask("private.home.test", home, true)
                .toCompletableFuture()
                .join();

        assertThat(result).isInstanceOf(Found.class);
        assertThat(result.server()).isEqualTo(HOME);
    }

    @Test
    void aCircleOfAliasesEnds() {
        Source home = new Source("ns.home.test", List.of(HOME), Asking.AUTHORITY);

        LookupResult<List<byte[]>> result = sources.ask("circle.home.test", home, true)
                .toCompletableFuture()
                .join();

        assertThat(result)
                .isInstanceOfSatisfying(
                        Unavailable.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.ALIAS_LOOP));
    }

    @Test
    void theTenantChoosesWhoIsAsked() {
        assertThat(chosen(false)).extracting(Source::name).containsExactly("ns.home.test");
        assertThat(chosen(false, HOME, AWAY)).extracting(Source::asking).containsOnly(Asking.AUTHORITY);
        assertThat(chosen(false, HOME, AWAY)).hasSize(2);
        assertThat(chosen(true, HOME, AWAY))
                .containsExactly(new Source("resolvers", List.of(HOME, AWAY), Asking.RECURSIVE));
        assertThat(chosen(true)).containsExactly(new Source("resolvers", List.of(RESOLVER), Asking.RECURSIVE));
    }

    @Test
    void aServerThatIsNamedByHostIsAskedAtItsAddresses() {
        Source named = new Source("ns.home.test:5300", List.of(AT_5300), Asking.AUTHORITY);

        assertThat(choice(false, "ns.home.test:5300").sources()).containsExactly(named);
        assertThat(choice(true, "ns.home.test:5300", "gone.test").sources())
                .containsExactly(new Source("resolvers", List.of(AT_5300), Asking.RECURSIVE));
    }

    @Test
    @DisplayName("A server whose name has no address now still counts, and its tenant stays watched (I3)")
    void aServerWithoutAnAddressStillCounts() {
        List<Source> sources = choice(false, "192.0.2.1", "gone.test").sources();

        assertThat(sources).extracting(Source::name).containsExactly("192.0.2.1:53", "gone.test:53");
        assertThat(sources).extracting(Source::canBeAsked).containsExactly(true, false);
        assertThat(choice(false, "gone.test").sources()).isEmpty();
        assertThat(choice(false, "gone.test").failure()).contains("address");
    }

    private List<Source> chosen(boolean recursive, ServerAddress... servers) {
        return choice(recursive, Stream.of(servers).map(Object::toString).toArray(String[]::new))
                .sources();
    }

    private Sources.Choice choice(boolean recursive, String... servers) {
        List<ServerName> names =
                Stream.of(servers).map(server -> ServerName.parse(server, 53)).toList();
        WatchedDomain domain = new WatchedDomain("1", 1, "dr.home.test", List.of(), Policy.DEFAULT, recursive, names);
        return sources.of(domain).toCompletableFuture().join();
    }

    private static Sources sources(DnsLookups lookups) {
        AuthorityBook.Ages ages = new AuthorityBook.Ages(Duration.ofSeconds(30), Duration.ofMinutes(5));
        AuthorityBook book = new AuthorityBook(lookups, List.of(RESOLVER), 53, ages, Clock.systemUTC(), 100);
        AuthorityBook hosts = AuthorityBook.ofHosts(lookups, List.of(RESOLVER), ages, Clock.systemUTC(), 100);
        return new Sources(lookups, book, book.forAliases(100), hosts, List.of(RESOLVER));
    }

    /** dr.home.test is an alias to dr.away.test; circle.home.test one to itself; of hosts only ns.home.test has an address. */
    private static final class World implements DnsLookups {
        @Override
        public CompletionStage<LookupResult<List<byte[]>>> txt(
                String domain, List<ServerAddress> servers, Asking asking) {
            return CompletableFuture.completedFuture(
                    switch (domain) {
                        case "dr.home.test" -> new Alias<>("dr.away.test", 30, servers.get(0), 1);
                        case "private.home.test" -> new Alias<>("dr.hidden.test", 30, servers.get(0), 1);
                        case "circle.home.test" -> new Alias<>("circle.home.test", 30, servers.get(0), 1);
                        default -> new Found<>(List.of(List.of(new byte[] {1})), 30, servers.get(0), 1);
                    });
        }

        @Override
        public CompletionStage<AuthoritiesResult> findAuthorities(
                String domain, List<ServerAddress> resolvers, int authorityPort) {
            if (domain.endsWith("hidden.test")) {
                return CompletableFuture.completedFuture(
                        new AuthoritiesResult.Unavailable(Reason.NO_SERVER, "nobody knows it"));
            }
            boolean home = domain.endsWith("home.test");
            Authority authority =
                    home ? new Authority("ns.home.test", List.of(HOME)) : new Authority("ns.away.test", List.of(AWAY));
            return CompletableFuture.completedFuture(
                    new AuthoritiesResult.Found(home ? "home.test" : "away.test", List.of(authority), 300));
        }

        @Override
        public CompletionStage<LookupResult<InetAddress>> addresses(
                String domain, List<ServerAddress> servers, Asking asking) {
            return CompletableFuture.completedFuture(
                    domain.equals("ns.home.test")
                            ? new Found<>(List.of(HOME.address()), 300, RESOLVER, 1)
                            : new Unavailable<>(Reason.TIMEOUT, "silence", RESOLVER, 1));
        }

        @Override
        public DnsLookups inBackground() {
            return this;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }
    }
}
