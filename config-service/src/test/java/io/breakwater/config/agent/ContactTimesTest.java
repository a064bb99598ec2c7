package io.breakwater.config.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.config.search.Criterion;
import io.breakwater.config.search.SearchParser;
import io.breakwater.config.search.Where;
import io.breakwater.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches by how long agents are in or out of touch. */
class ContactTimesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final ContactTimes times = new ContactTimes(NOW, Duration.ofMinutes(20));

    @ParameterizedTest
    @CsvSource({"GT 15d,<,P15D", "LT 3h,>,PT3H", "GTEQ 10m,<=,PT10M", "LE 30s,>=,PT30S", "GT 1d 2h 3m 4s,<,P1DT2H3M4S"})
    @DisplayName("Longer ago is earlier")
    void ages(String comparison, String sign, String ago) {
        Where where = condition("lastBrokerConnectTimeDuration " + comparison);

        assertThat(where.condition()).isEqualTo("e.lastConnectTime " + sign + " :p");
        assertThat(where.parameters()).containsEntry("p", NOW.minus(Duration.parse(ago)));
    }

    @Test
    @DisplayName("Out of touch counts from the end of the last token, for those that are out of touch only")
    void silence() {
        Where where = condition("lastBrokerDisconnectTimeDuration GT 1h");

        assertThat(where.condition())
                .isEqualTo("(e.lastConnectTime is null or e.lastConnectTime <= :plimit) and e.lastConnectTime < :p");
        assertThat(where.parameters())
                .containsEntry("p", NOW.minus(Duration.ofMinutes(80)))
                .containsEntry("plimit", NOW.minus(Duration.ofMinutes(20)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lastBrokerConnectTimeDuration GT",
                "lastBrokerConnectTimeDuration GT 15",
                "lastBrokerConnectTimeDuration GT 15w",
                "lastBrokerConnectTimeDuration GT 15d x",
                "lastBrokerConnectTimeDuration EQ 15d",
                "controlChannelStatus EQ connected",
                "controlChannelStatus GT ZPN_STATUS_AUTHENTICATED"
            })
    @DisplayName("What makes no sense is refused")
    void refused(String search) {
        assertThatThrownBy(() -> condition(search)).isInstanceOf(ProblemException.class);
    }

    @Test
    @DisplayName("Times are told as ZPA tells them, and never as less than nothing")
    void told() {
        assertThat(times.since(NOW.minus(Duration.parse("P60DT13H7M56S")))).isEqualTo("60d 13h 07m 56s");
        assertThat(times.since(NOW.plusSeconds(5))).isEqualTo("0d 00h 00m 00s");
    }

    @Test
    @DisplayName("Other fields are somebody else's")
    void others() {
        Criterion name = SearchParser.parse("name EQ x").get(0);
        assertThat(times.condition(name, "p")).isEmpty();
    }

    private Where condition(String search) {
        return times.condition(SearchParser.parse(search).get(0), "p").orElseThrow();
    }
}
