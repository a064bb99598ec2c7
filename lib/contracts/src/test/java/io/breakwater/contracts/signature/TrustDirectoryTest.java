package io.breakwater.contracts.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.contracts.event.Producer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys come from disk and rotate without a restart; what stands in the directory is bounded (I9). */
class TrustDirectoryTest {
    @TempDir
    Path directory;

    private TrustDirectory trust;

    @BeforeEach
    void open() {
        trust = new TrustDirectory(directory, new TrustDirectory.Limits(4, 2000, 2));
    }

    @Test
    void twoKeysOfAProducerAreValidWhileOneReplacesTheOther() throws IOException {
        KeyPair present = put("dns-watcher.pem", Keys.ed25519());
        assertThat(trust.read()).isEmpty();
        KeyPair next = put("dns-watcher.next.pem", Keys.ed25519());
        assertThat(knows(Producer.DNS_WATCHER, next)).isFalse();
        assertThat(trust.read()).isEmpty();
        assertThat(knows(Producer.DNS_WATCHER, present)).isTrue();
        assertThat(knows(Producer.DNS_WATCHER, next)).isTrue();
        assertThat(knows(Producer.DR_CONTROLLER, next)).isFalse();
        Files.delete(directory.resolve("dns-watcher.pem"));
        trust.read();
        assertThat(knows(Producer.DNS_WATCHER, present)).isFalse();
        assertThat(knows(Producer.DNS_WATCHER, next)).isTrue();
    }

    @Test
    void oneFileMayHoldSeveralKeys() throws IOException {
        KeyPair one = Keys.ed25519();
        KeyPair other = Keys.ed25519();
        Files.writeString(
                directory.resolve("dr-controller.pem"), Keys.publicPem(one) + "text\n" + Keys.publicPem(other));
        assertThat(trust.read()).isEmpty();
        assertThat(knows(Producer.DR_CONTROLLER, one)).isTrue();
        assertThat(knows(Producer.DR_CONTROLLER, other)).isTrue();
    }

    @Test
    void aDirectoryThatIsAwayOrEmptyTakesNoKeyBack() throws IOException {
        KeyPair present = put("dns-watcher.pem", Keys.ed25519());
        trust.read();
        Files.delete(directory.resolve("dns-watcher.pem"));
        assertThatThrownBy(trust::read).isInstanceOf(IOException.class);
        Files.delete(directory);
        assertThatThrownBy(trust::read).isInstanceOf(IOException.class);
        assertThat(knows(Producer.DNS_WATCHER, present)).isTrue();
    }

    @Test
    void whatIsNoKeyIsLeftOutAndNamed() throws IOException {
        KeyPair good = put("dns-watcher.pem", Keys.ed25519());
        put("dns-watcher.agent.pem", Keys.ec("secp256r1"));
        Files.writeString(directory.resolve("config-service.pem"), "x".repeat(3000));
        Files.writeString(
                directory.resolve("dr-controller.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        assertThat(trust.read())
                .hasSize(3)
                .anyMatch(text -> text.startsWith("dns-watcher.agent.pem"))
                .anyMatch(text -> text.startsWith("config-service.pem"))
                .anyMatch(text -> text.startsWith("dr-controller.pem"));
        assertThat(knows(Producer.DNS_WATCHER, good)).isTrue();
    }

    @Test
    void filesAndKeysAreCounted() throws IOException {
        for (int i = 0; i < 6; i++) {
            put("dns-watcher." + i + ".pem", Keys.ed25519());
        }
        assertThat(trust.read())
                .anyMatch(text -> text.endsWith("only 4 files are read"))
                .anyMatch(text -> text.endsWith("a producer has at most 2 keys"));
    }

    private KeyPair put(String name, KeyPair pair) throws IOException {
        Files.writeString(directory.resolve(name), Keys.publicPem(pair));
        return pair;
    }

    private boolean knows(Producer producer, KeyPair pair) {
        String keyId = VerificationKey.ofEncoded(pair.getPublic().getEncoded()).keyId();
        return trust.find(producer, keyId).isPresent();
    }
}
