package io.breakwater.drctl.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.signing.DrKeys;
import io.breakwater.drctl.ExitCode;
import io.breakwater.drctl.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeygenCommandTest {

    @TempDir
    Path directory;

    @Test
    void writesAPairAndShowsOnlyItsFingerprint() throws Exception {
        Run run = Run.drctl("record", "keygen", "--out", directory.resolve("keys"));

        Path privateFile = directory.resolve("keys/dr_privatekey.pem");
        DrKeys keys = DrKeys.readPrivate(privateFile);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(keys.publicKey().fingerprint()).doesNotContain("BEGIN");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(privateFile)))
                .isEqualTo("rw-------");
    }

    @Test
    void overwritesNothing() throws IOException {
        Path there = Files.writeString(directory.resolve("dr_privatekey.pem"), "mine");

        Run run = Run.drctl("record", "keygen", "--out", directory);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("dr_privatekey.pem is there already").doesNotContain("Exception");
        assertThat(there).hasContent("mine");
    }

    @Test
    void saysWhyItCannotWrite() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        Run run = Run.drctl("record", "keygen", "--out", file.resolve("below"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("drctl: The keys cannot be written to");
    }
}
