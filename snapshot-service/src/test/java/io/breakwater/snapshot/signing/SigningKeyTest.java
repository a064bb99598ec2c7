package io.breakwater.snapshot.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    @TempDir
    Path directory;

    @Test
    void derivesThePublicKeyFromThePrivateOne() throws Exception {
        KeyPair keys = keys("Ed25519");

        SigningKey key = SigningKey.read(privateFile(keys), Optional.empty());

        assertThat(key.publicKey()).isEqualTo(keys.getPublic());
    }

    @Test
    void takesAPublicKeyThatBelongsToIt() throws Exception {
        KeyPair keys = keys("Ed25519");

        assertThat(SigningKey.read(privateFile(keys), Optional.of(publicFile(keys)))
                        .publicKey())
                .isEqualTo(keys.getPublic());
    }

    @Test
    void refusesAPublicKeyThatDoesNotBelongToIt() throws Exception {
        Path privateFile = privateFile(keys("Ed25519"));
        Path publicFile = publicFile(keys("Ed25519"));

        assertThatThrownBy(() -> SigningKey.read(privateFile, Optional.of(publicFile)))
                .isInstanceOf(SigningKeyException.class)
                .hasMessageContaining("do not belong together");
    }

    @Test
    void refusesAKeyOfAnotherKindAndSaysWhichFile() throws Exception {
        Path file = privateFile(keys("X25519"));

        assertThatThrownBy(() -> SigningKey.read(file, Optional.empty()))
                .isInstanceOf(SigningKeyException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Ed25519");
    }

    @Test
    void namesTheFileThatIsMissing() {
        Path missing = directory.resolve("missing.pem");

        assertThatThrownBy(() -> SigningKey.read(missing, Optional.empty()))
                .isInstanceOf(SigningKeyException.class)
                .hasMessageContaining(missing.toString());
    }

    private static KeyPair keys(String algorithm) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    }

    private Path privateFile(KeyPair keys) throws IOException {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    private Path publicFile(KeyPair keys) throws IOException {
        return pem("PUBLIC KEY", keys.getPublic().getEncoded());
    }

    private Path pem(String label, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(der);
        return Files.writeString(
                Files.createTempFile(directory, "key", ".pem"),
                "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }
}
