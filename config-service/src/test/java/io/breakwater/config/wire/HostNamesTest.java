package io.breakwater.config.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "dr.example.com", "DR.Example.com.", "xn--bcher-kva.example", "1.example", "a-b.c"})
    void knowsHostNames(String text) {
        assertThat(HostNames.isHostName(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-a.b",
                "a-.b",
                "a..b",
                "a_b.c",
                "a b",
                "192.0.2.1",
                "1.2",
                "a/b",
                "bücher.example",
                "a\u0000"
            })
    void knowsWhatIsNoHostName(String text) {
        assertThat(HostNames.isHostName(text)).isFalse();
    }

    @Test
    void knowsTheLimits() {
        assertThat(HostNames.isHostName("a".repeat(63) + ".b")).isTrue();
        assertThat(HostNames.isHostName("a".repeat(64) + ".b")).isFalse();
        assertThat(HostNames.isHostName("a.".repeat(127))).isFalse();
        assertThat(HostNames.isDomainName("_a.b_c.example.com")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "192.0.2.255",
                "::",
                "::1",
                "2001:db8::1",
                "1:2:3:4:5:6:7:8",
                "::ffff:192.0.2.1",
                "1::"
            })
    void knowsAddresses(String text) {
        assertThat(HostNames.isIpAddress(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "256.0.0.1",
                "1.2.3",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "g::",
                "1:2:3:4:5:6:7:8::"
            })
    void knowsWhatIsNoAddress(String text) {
        assertThat(HostNames.isIpAddress(text)).isFalse();
    }

    @Test
    void knowsNetworks() {
        assertThat(HostNames.isNetwork("10.0.0.0/8")).isTrue();
        assertThat(HostNames.isNetwork("2001:db8::/128")).isTrue();
        assertThat(HostNames.isNetwork("10.0.0.0/33")).isFalse();
        assertThat(HostNames.isNetwork("10.0.0.0")).isFalse();
        assertThat(HostNames.isNetwork("10.0.0.0/x")).isFalse();
    }
}
