package io.breakwater.watcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.activation.Replay;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrSettings.DnsLookup;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedDomainTest {
    private static final DnsLookup DISCOVER = new DnsLookup("authoritative", List.of());

    @Test
    void readsSettings() {
        WatchedDomain domain = WatchedDomain.of(
                        settings("DR.Example.test.", List.of(), new DnsLookup("recursive", List.of("192.0.2.1:5300"))))
                .orElseThrow();

        assertThat(domain.domain()).isEqualTo("dr.example.test");
        assertThat(domain.recursive()).isTrue();
        assertThat(domain.servers()).extracting(Object::toString).containsExactly("192.0.2.1:5300");
        assertThat(domain.policy().replay()).isEqualTo(Replay.STRICT);
        assertThat(domain.hasKey()).isFalse();
    }

    @Test
    void looksNoServerUp() {
        DnsLookup named = new DnsLookup("authoritative", List.of("ns1.nobody.invalid:5300", "192.0.2.1"));

        assertThat(WatchedDomain.of(settings("dr.example.test", List.of(), named))
                        .orElseThrow()
                        .servers())
                .extracting(Object::toString)
                .containsExactly("ns1.nobody.invalid:5300", "192.0.2.1:53");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void withoutADomainThereIsNothingToWatch(String domain) {
        assertThat(WatchedDomain.of(settings(domain, List.of(), DISCOVER))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.test", "-a.test", "a..test", "a\\046b.test", "@", "*.test", "ä.test"})
    void refusesADomainThatIsNoHostName(String domain) {
        assertThatThrownBy(() -> WatchedDomain.of(settings(domain, List.of(), DISCOVER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("A key that cannot be read does not turn the tenant into one without a key (I1)")
    void keepsAKeyThatCannotBeRead() {
        DrPublicKey broken = new DrPublicKey("1", "f", "-----BEGIN NOTHING-----");

        assertThat(WatchedDomain.of(settings("dr.example.test", List.of(broken), DISCOVER))
                        .orElseThrow()
                        .hasKey())
                .isTrue();
    }

    private static DrSettings settings(String domain, List<DrPublicKey> keys, DnsLookup lookup) {
        return new DrSettings("1", 1, domain, keys, 1, "strict", "keep", true, lookup);
    }
}
