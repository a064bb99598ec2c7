package io.breakwater.config.drsettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaxAgeTest {
    @ParameterizedTest
    @CsvSource({"P14D,1209600,P14D", "P2W,1209600,P14D", "PT36H,129600,PT36H", "PT1H,3600,PT1H", "P366D,31622400,P366D"
    })
    void readsAndWrites(String text, long seconds, String written) {
        assertThat(MaxAge.parse(text)).isEqualTo(seconds);
        assertThat(MaxAge.format(seconds)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14 days", "P1M", "PT59M", "P367D", "-P14D", "P99999999999999999999D"})
    void saysWhatItWants(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaxAge.parse(text))
                .withMessageStartingWith("must be");
    }
}
