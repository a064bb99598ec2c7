package io.breakwater.config.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private Vault vault(byte first) throws IOException {
        byte[] key = new byte[32];
        key[0] = first;
        Path file = Files.writeString(
                directory.resolve("key" + first), Base64.getEncoder().encodeToString(key));
        return new Vault(() -> file);
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        byte[] stored = vault((byte) 1).encrypt(SECRET, "a:1");
        assertThat(vault((byte) 1).decrypt(stored, "a:1")).isEqualTo(SECRET);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void neverWritesTheSameTwice() throws IOException {
        Vault vault = vault((byte) 1);
        assertThat(vault.encrypt(SECRET, "a:1")).isNotEqualTo(vault.encrypt(SECRET, "a:1"));
    }

    @Test
    void refusesAnotherPurposeAnotherKeyAndAChangedOctet() throws IOException {
        byte[] stored = vault((byte) 1).encrypt(SECRET, "a:1");
        assertThatIllegalStateException().isThrownBy(() -> vault((byte) 1).decrypt(stored, "a:2"));
        assertThatIllegalStateException().isThrownBy(() -> vault((byte) 2).decrypt(stored, "a:1"));
        stored[stored.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> vault((byte) 1).decrypt(stored, "a:1"));
    }

    @Test
    void saysWhichFileIsWrong() throws IOException {
        Path absent = directory.resolve("absent");
        Path bad = Files.writeString(directory.resolve("bad"), "AAAA");
        assertThatThrownBy(() -> new Vault(() -> absent))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("absent");
        assertThatIllegalStateException().isThrownBy(() -> new Vault(() -> bad)).withMessageContaining("32 octets");
    }
}
