package io.breakwater.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "90s,90",
        "30m,1800",
        "8h,28800",
        "8H,28800",
        "1d12h,129600",
        "365d,31536000",
        "PT8H,28800",
        "1h30m,5400"
    })
    void readsWhatPeopleWrite(String text, long seconds) {
        assertThat(new DurationText().convert(text).toSeconds()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "h", "-PT1H", "PT0S", "0s", "1h1d", "8 hours", "99999999999d"})
    void refusesEverythingElseWithExamples(String text) {
        assertThatThrownBy(() -> new DurationText().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("1d12h");
    }
}
