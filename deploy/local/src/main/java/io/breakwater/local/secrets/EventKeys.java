package io.breakwater.local.secrets;

import io.breakwater.contracts.event.Producer;
import io.breakwater.local.layout.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;

/**
 * The keys with which services sign events: {@code <service>.key} each, and their public keys in {@code trust}. All are made when one is
 * asked for, before any service starts. Safe for threads.
 */
public final class EventKeys {
    private final Path directory;

    EventKeys(Path directory) {
        this.directory = directory;
    }

    /** Ed25519, PKCS#8 PEM. */
    public Path signingKey(String service) {
        trustDirectory();
        return directory.resolve(service + ".key");
    }

    /** With {@code <service>.pem} of every service. */
    public synchronized Path trustDirectory() {
        Path trust = directory.resolve("trust");
        try {
            Files.createDirectories(trust);
        } catch (IOException e) {
            throw new UncheckedIOException("the directory " + trust + " cannot be made", e);
        }
        for (Producer producer : Producer.values()) {
            if (!producer.isAgent()) {
                make(directory.resolve(producer.label() + ".key"), trust.resolve(producer.label() + ".pem"));
            }
        }
        return trust;
    }

    /** The public key is written last: when it is there, both are. */
    private static void make(Path privateFile, Path publicFile) {
        if (!Files.exists(publicFile)) {
            KeyPair pair = Pem.pair("Ed25519", 0);
            PrivateFiles.write(
                    privateFile, Pem.text("PRIVATE KEY", pair.getPrivate().getEncoded()));
            PrivateFiles.write(
                    publicFile, Pem.text("PUBLIC KEY", pair.getPublic().getEncoded()));
        }
    }
}
