package io.breakwater.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Limits of look-ups, and how servers are written")
class LimitsTest {
    private static final ServerAddress SERVER = ServerAddress.parse("192.0.2.1");

    @Test
    void letsNoMoreQueriesLeaveInAnySecondThanAllowed() {
        ServerPace pace = new ServerPace(20, TimeUnit.SECONDS.toNanos(100));
        List<Long> leaving = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long now = i * 7_000_000L;
            leaving.add(now + pace.reserve(SERVER, false, now));
        }

        for (int i = 20; i < leaving.size(); i++) {
            assertThat(leaving.get(i) - leaving.get(i - 20)).isGreaterThanOrEqualTo(1_000_000_000L);
        }
    }

    @Test
    void givesAQueryUpThatWouldWaitTooLongWithoutTakingItsPlace() {
        ServerPace pace = new ServerPace(1, TimeUnit.SECONDS.toNanos(1));
        assertThat(pace.reserve(SERVER, false, 0)).isZero();
        assertThat(pace.reserve(SERVER, false, 0)).isEqualTo(1_000_000_000L);

        assertThat(pace.reserve(SERVER, false, 0)).isEqualTo(-1);
        assertThat(pace.reserve(SERVER, false, 1_000_000_000L)).isEqualTo(1_000_000_000L);
    }

    @Test
    void leavesAQuarterOfTheShareToQueriesThatCannotWait() {
        ServerPace pace = new ServerPace(20, TimeUnit.SECONDS.toNanos(1));
        for (int i = 0; i < 15; i++) {
            assertThat(pace.reserve(SERVER, true, 0)).isZero();
        }

        assertThat(pace.reserve(SERVER, true, 0)).isEqualTo(-1);
        for (int i = 0; i < 5; i++) {
            assertThat(pace.reserve(SERVER, false, 0)).isZero();
        }
        assertThat(pace.reserve(SERVER, false, 0)).isPositive();
    }

    @Test
    void letsTheOthersWaitInOrderWhileTheLimitIsReached() {
        InFlightLimit limit = new InFlightLimit(1, 1);
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> a = limit.run(() -> first, () -> "refused").toCompletableFuture();
        CompletableFuture<String> b = limit.run(() -> CompletableFuture.completedFuture("second"), () -> "refused")
                .toCompletableFuture();
        CompletableFuture<String> c =
                limit.run(() -> new CompletableFuture<>(), () -> "refused").toCompletableFuture();

        assertThat(b).isNotDone();
        assertThat(c).isCompletedWithValue("refused");
        first.complete("first");

        assertThat(a).isCompletedWithValue("first");
        assertThat(b).isCompletedWithValue("second");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1:53",
        "192.0.2.1:5353,192.0.2.1:5353",
        "2001:db8::1,[2001:db8:0:0:0:0:0:1]:53",
        "[2001:db8::1]:54,[2001:db8:0:0:0:0:0:1]:54",
        "[2001:db8::1],[2001:db8:0:0:0:0:0:1]:53"
    })
    void readsServerAddresses(String text, String expected) {
        assertThat(ServerAddress.parse(text)).hasToString(expected);
        assertThat(ServerName.parse(text, 53).address()).map(Object::toString).contains(expected);
    }

    @Test
    void takesAHostNameAsItIs() {
        ServerName name = ServerName.parse("ns1.example.test:5300", 53);

        assertThat(name).isEqualTo(new ServerName("ns1.example.test", 5300)).hasToString("ns1.example.test:5300");
        assertThat(name.address()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":53", "192.0.2.1:", "192.0.2.1:0", "192.0.2.1:70000", "192.0.2.1:x", "[::1"})
    void namesTheTextThatIsNoServerAddress(String text) {
        assertThatThrownBy(() -> ServerAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
        assertThatThrownBy(() -> ServerName.parse(text, 53))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
