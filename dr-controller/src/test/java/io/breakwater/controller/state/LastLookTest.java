package io.breakwater.controller.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.VerdictView;
import io.breakwater.platform.events.PoisonEventException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves a part of I2: what is only claimed of an observation never makes a later one fail. */
class LastLookTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:15:02Z");

    @ParameterizedTest
    @CsvSource({"300,300", "9223372036854775807,2147483647", "-1,0", ",", "0,0"})
    void aTtlIsOneThatDnsKnows(Long claimed, Long taken) {
        assertThat(look(NOW, claimed).ttlSeconds()).isEqualTo(taken);
    }

    @Test
    void aClockAheadDoesNotHideWhatIsSeenAfterwards() {
        assertThat(look(NOW.plusSeconds(86_400), 1L).seenAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
    void whatWasSeenBeforeAllRecordsIsPoison(Instant seenAt) {
        assertThatThrownBy(() -> look(seenAt, 1L)).isInstanceOf(PoisonEventException.class);
    }

    private static LastLook look(Instant seenAt, Long ttl) {
        VerdictView verdict = new VerdictView("NONE", "NO_RECORD", null, null, null, null);
        DrObserved observed = new DrObserved("7", "dr.example.com", List.of(), List.of(), ttl, seenAt, verdict, "POLL");
        return LastLook.of(EventEnvelope.of("/dns-watcher", "7", NOW, observed), NOW);
    }
}
