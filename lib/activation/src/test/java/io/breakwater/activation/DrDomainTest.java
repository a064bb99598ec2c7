package io.breakwater.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrDomainTest {

    @Test
    void takesHostNamesWithUnderscores() {
        assertThat(DrDomain.parse("_dr.acme.example.")).isEqualTo("_dr.acme.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "192.0.2.1", "2001:db8::1", "a..b", "-a.example", "a b", "https://a.example"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> DrDomain.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsTheALabelOfAnInternationalName() {
        assertThatThrownBy(() -> DrDomain.parse("dr.b\u00fccher.example"))
                .hasMessageContaining("dr.xn--bcher-kva.example");
    }
}
