package io.breakwater.activation.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.breakwater.activation.KeyRefusedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrKeysTest {

    @TempDir
    Path directory;

    @Test
    void givesThePrivateKeyToItsOwnerOnly() throws IOException, KeyRefusedException {
        DrKeys keys = DrKeys.generate();

        keys.write(directory.resolve("new"));

        Path privateFile = directory.resolve("new/dr_privatekey.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(privateFile)))
                .isEqualTo("rw-------");
        assertThat(DrKeys.readPrivate(privateFile)).isEqualTo(keys);
        assertThat(directory.resolve("new/dr_publickey.pem")).hasContent(keys.publicPem());
        assertThat(keys.toString())
                .doesNotContain(keys.privateKey().getPrivateExponent().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr_privatekey.pem", "dr_publickey.pem"})
    void neverOverwritesAKey(String name) throws IOException {
        Path there = Files.writeString(directory.resolve(name), "mine");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> DrKeys.generate().write(directory));

        assertThat(there).hasContent("mine");
        assertThat(directory).isDirectoryNotContaining(file -> !file.equals(there));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"
            })
    void refusesWhatIsNoPrivateKey(String text) {
        assertThatExceptionOfType(KeyRefusedException.class).isThrownBy(() -> DrKeys.ofPrivatePem(text));
    }
}
