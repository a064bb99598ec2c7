package io.breakwater.watcher.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.MemoizingEvaluator;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.TrustedKey;
import io.breakwater.testsupport.records.Records;
import io.breakwater.testsupport.records.SigningKey;
import io.breakwater.watcher.settings.WatchedDomain;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was applied at a domain")
class AppliedBookTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final String DOMAIN = "dr.example.test";
    private static final long NOW = 1_800_000_000L;
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);

    private final AppliedBook book = new AppliedBook(new MemoizingEvaluator(10), CLOCK, 3, 4_000);

    @Test
    @DisplayName("is what the record shows with the tenant's key (I2)")
    void isWhatTheRecordShows() {
        book.put("1", DOMAIN, on(KEY, NOW - 5));
        book.put("2", DOMAIN, on(SigningKey.generate(), NOW - 5));
        book.put("3", DOMAIN, on(KEY, NOW + 1_000_000));

        assertThat(book.of(domain("1")).lastT()).isEqualTo(NOW - 5);
        assertThat(book.of(domain("2"))).isEqualTo(ReplayState.EMPTY);
        assertThat(book.of(domain("3"))).as("nothing ahead of the clock").isEqualTo(ReplayState.EMPTY);
    }

    @Test
    @DisplayName("is bounded in tenants and octets (I9)")
    void isBounded() {
        for (int i = 0; i < 100; i++) {
            book.put(Integer.toString(i), DOMAIN, on(KEY, NOW - i));
        }
        assertThat(book.size()).isLessThanOrEqualTo(3);
        assertThat(book.of(domain("99")).lastT()).isEqualTo(NOW - 99);

        book.put("large", DOMAIN, Rrset.ofLatin1(List.of(List.of("x".repeat(255)), List.of("y".repeat(4_000)))));

        assertThat(book.size()).isZero();
        book.put("1", DOMAIN, on(KEY, NOW - 5));
        assertThat(book.size()).isEqualTo(1);
    }

    @Test
    void isForgottenWithTheTenantAndWhenNothingIsInForce() {
        book.put("1", DOMAIN, on(KEY, NOW - 5));
        book.put("1", DOMAIN, Rrset.EMPTY);

        assertThat(book.of(domain("1"))).isEqualTo(ReplayState.EMPTY);
        assertThat(book.size()).isZero();
    }

    private static Rrset on(SigningKey key, long t) {
        return Rrset.ofLatin1(Records.signedOn(key, DOMAIN, t, NOW + 2_000_000));
    }

    private static WatchedDomain domain(String id) {
        return new WatchedDomain(
                id, 1, DOMAIN, List.of(TrustedKey.orUnusable(KEY.publicPem())), Policy.DEFAULT, false, List.of());
    }
}
