package io.breakwater.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("I3: absence is no instruction, unless the tenant says so")
class AbsencePolicyTest {

    private static final Instant SINCE = Instant.ofEpochSecond(1_000);

    @Test
    void keepsForEverByDefault() {
        assertThat(AbsencePolicy.KEEP.endsMode(SINCE, Duration.ofSeconds(30), Instant.MAX))
                .isFalse();
    }

    @Test
    void endsTheModeAfterTheTimeAndNeverBeforeTwiceTheTtl() {
        AbsencePolicy policy = AbsencePolicy.parse("off-after:PT10M");

        assertThat(policy.endsMode(SINCE, Duration.ofSeconds(30), SINCE.plusSeconds(599)))
                .isFalse();
        assertThat(policy.endsMode(SINCE, Duration.ofSeconds(30), SINCE.plusSeconds(600)))
                .isTrue();
        assertThat(policy.endsMode(SINCE, Duration.ofSeconds(900), SINCE.plusSeconds(1_799)))
                .isFalse();
        assertThat(policy.endsMode(SINCE, Duration.ofSeconds(900), SINCE.plusSeconds(1_800)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "off-after:PT2M", "off-after:PT1H30M"})
    void writesWhatItReads(String text) {
        assertThat(AbsencePolicy.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Keep",
                "off",
                "off-after",
                "off-after:",
                "off-after:10m",
                "off-after:PT1M59S",
                "off-after:-PT10M"
            })
    void refusesWhatItDoesNotKnow(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AbsencePolicy.parse(text))
                .withMessageContaining("absence");
    }
}
