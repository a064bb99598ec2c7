package io.breakwater.watcher.looking;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Policy;
import io.breakwater.dns.Asking;
import io.breakwater.dns.AuthoritiesResult;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.LookupResult;
import io.breakwater.dns.LookupResult.Absent;
import io.breakwater.dns.LookupResult.Kind;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import io.breakwater.dns.ServerAddress;
import io.breakwater.dns.ServerName;
import io.breakwater.watcher.settings.WatchedDomain;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LookerTest {
    private static final WatchedDomain DOMAIN = new WatchedDomain(
            "1",
            1,
            "dr.example.test",
            List.of(),
            Policy.DEFAULT,
            false,
            List.of(ServerName.parse("192.0.2.1", 53), ServerName.parse("ns2.gone.test", 53)));

    private final List<Progress> heard = new ArrayList<>();

    @Test
    @DisplayName("A source without an address is silent, but it counts: the denial of the others is no majority (I3)")
    void aSourceWithoutAnAddressCounts() {
        looker().look(DOMAIN, false, heard::add);

        assertThat(heard).hasSize(1);
        Progress ended = heard.get(0);
        assertThat(ended.complete()).isTrue();
        assertThat(ended.sources()).isEqualTo(2);
        assertThat(ended.answers()).filteredOn(Answer::isKnown).hasSize(1);
        assertThat(ended.answers())
                .filteredOn(answer -> !answer.isKnown())
                .singleElement()
                .satisfies(silent -> {
                    assertThat(silent.source().name()).isEqualTo("ns2.gone.test:53");
                    assertThat(silent.detail()).startsWith("NO_SERVER");
                });
    }

    private static Looker looker() {
        DnsLookups lookups = new Denying();
        AuthorityBook.Ages ages = new AuthorityBook.Ages(Duration.ofSeconds(30), Duration.ofMinutes(5));
        Clock clock = Clock.systemUTC();
        Sources sources = new Sources(
                lookups,
                new AuthorityBook(lookups, List.of(), 53, ages, clock, 100),
                new AuthorityBook(lookups, List.of(), 53, ages, clock, 100),
                AuthorityBook.ofHosts(lookups, List.of(), ages, clock, 100),
                List.of());
        ServerRest rest = new ServerRest(Duration.ofSeconds(1), Duration.ofSeconds(60), 100);
        return new Looker(lookups, sources, rest, Runnable::run, clock);
    }

    /** No host has an address, no domain a record. */
    private static final class Denying implements DnsLookups {
        @Override
        public CompletionStage<LookupResult<List<byte[]>>> txt(
                String domain, List<ServerAddress> servers, Asking asking) {
            return CompletableFuture.completedFuture(new Absent<>(Kind.NXDOMAIN, 30, servers.get(0), 1));
        }

        @Override
        public CompletionStage<LookupResult<InetAddress>> addresses(
                String domain, List<ServerAddress> servers, Asking asking) {
            return CompletableFuture.completedFuture(new Unavailable<>(Reason.TIMEOUT, "silence", null, 1));
        }

        @Override
        public CompletionStage<AuthoritiesResult> findAuthorities(
                String domain, List<ServerAddress> resolvers, int authorityPort) {
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
