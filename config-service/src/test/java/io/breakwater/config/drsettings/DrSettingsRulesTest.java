package io.breakwater.config.drsettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.platform.problem.ProblemException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A DR domain is judged by the one rule that drctl and agents have")
class DrSettingsRulesTest {
    private static DrSettingsEntity apply(String domain) {
        DrSettingsEntity settings = new DrSettingsEntity();
        DrSettingsRules.apply(new DrSettingsRequest(domain, null, null, null, null, null), settings);
        return settings;
    }

    @ParameterizedTest
    @CsvSource({
        "DR.Example.com.,dr.example.com",
        "_dr.example.com,_dr.example.com",
        "xn--bcher-kva.example,xn--bcher-kva.example"
    })
    void isTaken(String given, String kept) {
        assertThat(apply(given).domain).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,ends in a number",
        "dr.b\u00fccher.example,write dr.xn--bcher-kva.example",
        "dr..example.com,is no host name",
        "-dr.example.com,is no host name"
    })
    void isRefusedWithTheFix(String given, String fix) {
        assertThatThrownBy(() -> apply(given))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.toString() + refused.fields())
                                .contains("domain", fix));
    }
}
