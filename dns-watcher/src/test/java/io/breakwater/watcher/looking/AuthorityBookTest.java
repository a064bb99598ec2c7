package io.breakwater.watcher.looking;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.dns.Asking;
import io.breakwater.dns.AuthoritiesResult;
import io.breakwater.dns.Authority;
import io.breakwater.dns.DnsLookups;
import io.breakwater.dns.LookupResult;
import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.ServerAddress;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuthorityBookTest {
    private static final AuthoritiesResult FOUND = new AuthoritiesResult.Found(
            "example.test", List.of(new Authority("ns1", List.of(ServerAddress.parse("192.0.2.1")))), 100);
    private static final AuthoritiesResult FAILED = new AuthoritiesResult.Unavailable(Reason.TIMEOUT, "silence");

    private final List<CompletableFuture<AuthoritiesResult>> searches = new ArrayList<>();
    private final MovingClock clock = new MovingClock();
    private static final int MOST_ALIASES = 200;

    private final AuthorityBook book = new AuthorityBook(
            new Searching(),
            List.of(),
            53,
            new AuthorityBook.Ages(Duration.ofSeconds(30), Duration.ofMinutes(5)),
            clock,
            1_000);

    @Test
    void searchesOnceForAllWhoAskMeanwhile() {
        CompletionStage<AuthoritiesResult> first = book.of("dr.example.test");
        CompletionStage<AuthoritiesResult> second = book.of("dr.example.test");
        searches.get(0).complete(FOUND);

        assertThat(searches).hasSize(1);
        assertThat(first.toCompletableFuture()).isCompletedWithValue(FOUND);
        assertThat(second.toCompletableFuture()).isCompletedWithValue(FOUND);
    }

    @Test
    void usesOldAuthoritiesWhileItSearchesAgainAndKeepsThemWhenThatFails() {
        book.of("dr.example.test");
        searches.get(0).complete(FOUND);
        clock.now = clock.now.plusSeconds(101);

        assertThat(book.of("dr.example.test").toCompletableFuture()).isCompletedWithValue(FOUND);
        assertThat(searches).hasSize(2);
        searches.get(1).complete(FAILED);

        assertThat(book.of("dr.example.test").toCompletableFuture()).isCompletedWithValue(FOUND);
        assertThat(searches).hasSize(2);
    }

    @Test
    void anAuthorityWhoseAddressIsNotFoundAnyMoreKeepsTheKnownOne() {
        book.of("dr.example.test");
        searches.get(0).complete(FOUND);
        clock.now = clock.now.plusSeconds(101);
        book.of("dr.example.test");
        searches.get(1)
                .complete(new AuthoritiesResult.Found(
                        "example.test", List.of(new Authority("ns1", List.of()), new Authority("ns2", List.of())), 0));

        assertThat(book.of("dr.example.test").toCompletableFuture())
                .isCompletedWithValueMatching(result -> ((AuthoritiesResult.Found) result)
                        .authorities()
                        .equals(List.of(
                                new Authority("ns1", List.of(ServerAddress.parse("192.0.2.1"))),
                                new Authority("ns2", List.of()))));
    }

    @Test
    @DisplayName("I8: a zone that gives another alias with each answer does not fill the memory")
    void theTargetsOfAliasesAreFewAndTheFirstOnesAreForgotten() {
        AuthorityBook aliases = book.forAliases(MOST_ALIASES);
        for (int i = 0; i <= MOST_ALIASES; i++) {
            aliases.of(i + ".example.test");
            searches.get(i).complete(FOUND);
        }
        aliases.of(MOST_ALIASES + ".example.test");
        assertThat(searches).hasSize(MOST_ALIASES + 1);

        aliases.of("0.example.test");

        assertThat(searches).hasSize(MOST_ALIASES + 2);
    }

    @Test
    void searchesAgainSoonWhenTheAuthoritiesAreDoubted() {
        book.of("dr.example.test");
        searches.get(0).complete(FOUND);
        clock.now = clock.now.plusSeconds(31);
        book.of("dr.example.test");
        assertThat(searches).hasSize(1);

        book.doubt("dr.example.test");
        book.of("dr.example.test");

        assertThat(searches).hasSize(2);
    }

    @Test
    void searchesAgainWithTheNextQuestionWhenNothingWasFound() {
        CompletionStage<AuthoritiesResult> first = book.of("dr.example.test");
        searches.get(0).complete(FAILED);
        book.of("dr.example.test");

        assertThat(first.toCompletableFuture()).isCompletedWithValue(FAILED);
        assertThat(searches).hasSize(2);
    }

    private final class Searching implements DnsLookups {
        @Override
        public CompletionStage<AuthoritiesResult> findAuthorities(
                String domain, List<ServerAddress> resolvers, int authorityPort) {
            CompletableFuture<AuthoritiesResult> search = new CompletableFuture<>();
            searches.add(search);
            return search;
        }

        @Override
        public CompletionStage<LookupResult<List<byte[]>>> txt(
                String domain, List<ServerAddress> servers, Asking asking) {
            throw new UnsupportedOperationException();
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
            searches.clear();
        }
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.ofEpochSecond(1_800_000_000);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
