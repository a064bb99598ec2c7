package io.breakwater.agent.dnslook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DnsSettingsTest {
    @Test
    @DisplayName("I4: one resolver that cannot be read keeps nobody from asking the others")
    void asksTheResolversThatCanBeRead() {
        assertThat(settings("nobody.invalid", "127.0.0.1:5300").resolvers())
                .extracting(Object::toString)
                .containsExactly("127.0.0.1:5300");
    }

    @Test
    void namesTheSettingAndTheServerWhenThereIsNone() {
        assertThatThrownBy(() -> settings("127.0.0.1:none").resolvers())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("breakwater.agent.dns.servers")
                .hasMessageContaining("'127.0.0.1:none'");
    }

    private static DnsSettings settings(String... servers) {
        return new DnsSettings(List.of(servers), Duration.ofSeconds(200), 0.1, Duration.ofSeconds(2), 53);
    }
}
