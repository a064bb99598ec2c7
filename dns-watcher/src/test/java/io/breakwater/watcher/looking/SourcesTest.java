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
import io.breakwater.watcher.settings.WatchedDomain;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final ServerAddress RESOLVER = ServerAddress.parse("192.0.2.53");
    private static final ServerAddress HOME = ServerAddress.parse("192.0.2.1");
    private static final ServerAddress AWAY = ServerAddress.parse("192.0.2.2");

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

    private List<Source> chosen(boolean recursive, ServerAddress... servers) {
        WatchedDomain domain =
                new WatchedDomain("1", 1, "dr.home.test", List.of(), Policy.DEFAULT, recursive, List.of(servers));
        return sources.of(domain).toCompletableFuture().join().sources();
    }

    private static Sources sources(DnsLookups lookups) {
        AuthorityBook.Ages ages = new AuthorityBook.Ages(Duration.ofSeconds(30), Duration.ofMinutes(5));
        AuthorityBook book = new AuthorityBook(lookups, List.of(RESOLVER), 53, ages, Clock.systemUTC());
        return new Sources(lookups, book, List.of(RESOLVER));
    }

    /** dr.home.test is an alias to dr.away.test; circle.home.test one to itself. */
    private static final class World implements DnsLookups {
        @Override
        public CompletionStage<LookupResult<List<byte[]>>> txt(
                String domain, List<ServerAddress> servers, Asking asking) {
            return CompletableFuture.completedFuture(
                    switch (domain) {
                        case "dr.home.test" -> new Alias<>("dr.away.test", 30, servers.get(0), 1);
                        case "circle.home.test" -> new Alias<>("circle.home.test", 30, servers.get(0), 1);
                        default -> new Found<>(List.of(List.of(new byte[] {1})), 30, servers.get(0), 1);
                    });
        }

        @Override
        public CompletionStage<AuthoritiesResult> findAuthorities(
                String domain, List<ServerAddress> resolvers, int authorityPort) {
            boolean home = domain.endsWith("home.test");
            Authority authority =
                    home ? new Authority("ns.home.test", List.of(HOME)) : new Authority("ns.away.test", List.of(AWAY));
            return CompletableFuture.completedFuture(
                    new AuthoritiesResult.Found(home ? "home.test" : "away.test", List.of(authority), 300));
        }

        @Override
        public CompletionStage<LookupResult<InetAddress>> addresses(
                String domain, List<ServerAddress> servers, Asking asking) {
            throw new UnsupportedOperationException();
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
