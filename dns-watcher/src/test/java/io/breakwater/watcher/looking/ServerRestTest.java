package io.breakwater.watcher.looking;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.dns.ServerAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerRestTest {
    private static final ServerAddress SERVER = ServerAddress.parse("192.0.2.1");
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private final ServerRest rest = new ServerRest(Duration.ofSeconds(1), Duration.ofSeconds(60), 100);

    @Test
    void restsTwiceAsLongAfterEachFailureUpToALimit() {
        rest.failed(SERVER, NOW);
        assertThat(rest.isResting(SERVER, NOW.plusMillis(999))).isTrue();
        assertThat(rest.isResting(SERVER, NOW.plusSeconds(1))).isFalse();

        rest.failed(SERVER, NOW);
        assertThat(rest.isResting(SERVER, NOW.plusMillis(1999))).isTrue();

        for (int i = 0; i < 100; i++) {
            rest.failed(SERVER, NOW);
        }
        assertThat(rest.isResting(SERVER, NOW.plusSeconds(59))).isTrue();
        assertThat(rest.isResting(SERVER, NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void anAnswerEndsTheRest() {
        rest.failed(SERVER, NOW);
        rest.answered(SERVER);

        assertThat(rest.isResting(SERVER, NOW)).isFalse();
    }
}
