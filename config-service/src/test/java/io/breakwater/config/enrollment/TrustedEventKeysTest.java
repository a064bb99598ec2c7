package io.breakwater.config.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.EventKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedEventKeysTest {
    private static final Set<String> HEARD = Set.of("dns-watcher", "snapshot-service");

    @TempDir
    Path directory;

    @Test
    void readsThePresentAndTheNextKeyOfTheProducersThatAgentsHear() throws IOException {
        String present = write("dns-watcher.pem", key("Ed25519"));
        String next = write("dns-watcher.next.pem", key("Ed25519"));
        String snapshots = write("snapshot-service.pem", key("Ed25519"));
        write("dr-controller.pem", key("Ed25519"));
        write("dns-watcherX.pem", key("Ed25519"));
        write("notes.txt", "not a key");
        assertThat(TrustedEventKeys.read(directory, HEARD))
                .containsExactlyInAnyOrder(
                        new EventKey("dns-watcher", present),
                        new EventKey("dns-watcher", next),
                        new EventKey("snapshot-service", snapshots));
    }

    @Test
    void readsSeveralKeysOfOneFile() throws IOException {
        String one = key("Ed25519");
        String other = key("Ed25519");
        write("dns-watcher.pem", "the present one\n" + one + "and the next\n" + other);
        assertThat(TrustedEventKeys.read(directory, HEARD))
                .extracting(EventKey::pem)
                .containsExactly(one, other);
    }

    @Test
    void leavesOutWhatIsNoKeyAndKeepsTheOthers() throws IOException {
        write("dns-watcher.pem", key("RSA"));
        write("dns-watcher.broken.pem", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        write("dns-watcher.huge.pem", key("Ed25519") + "x".repeat(70_000));
        Files.createDirectory(directory.resolve("dns-watcher.folder.pem"));
        String good = write("snapshot-service.pem", key("Ed25519"));
        assertThat(TrustedEventKeys.read(directory, HEARD)).containsExactly(new EventKey("snapshot-service", good));
    }

    private String write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
        return content;
    }

    private static String key(String algorithm) {
        try {
            byte[] der = KeyPairGenerator.getInstance(algorithm)
                    .generateKeyPair()
                    .getPublic()
                    .getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
