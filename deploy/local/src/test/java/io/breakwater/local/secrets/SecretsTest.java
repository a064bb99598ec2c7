package io.breakwater.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.local.layout.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path directory;

    @Test
    void everySecretIsReadableByItsOwnerOnly() throws IOException {
        Secrets secrets = new Secrets(directory);
        secrets.masterKey();
        secrets.tokenSigningKey();
        secrets.snapshotSigningKey();
        secrets.clientSecret("operator");
        secrets.databasePassword();
        secrets.updateKey();
        secrets.notifyKeyFile();

        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all)
                    .hasSize(9)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aSecondStartFindsTheSameSecrets() {
        Secrets first = new Secrets(directory);
        String password = first.databasePassword();
        String key = PrivateFiles.read(first.tokenSigningKey());

        Secrets second = new Secrets(directory);

        assertThat(second.databasePassword()).isEqualTo(password);
        assertThat(PrivateFiles.read(second.tokenSigningKey())).isEqualTo(key);
        assertThat(second.notifyKey()).isEqualTo(first.notifyKey()).isNotEqualTo(first.updateKey());
    }

    @Test
    void theMasterKeyIs32Octets() {
        byte[] key = Base64.getDecoder().decode(PrivateFiles.read(new Secrets(directory).masterKey()));

        assertThat(key).hasSize(32);
    }
}
