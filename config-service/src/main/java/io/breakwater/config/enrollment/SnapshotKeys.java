package io.breakwater.config.enrollment;

import io.breakwater.contracts.snapshot.DocumentSignature;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** The public keys that agents verify snapshots with, read and checked at the start. Immutable. */
@Singleton
class SnapshotKeys {
    private final List<String> pems;

    SnapshotKeys(EnrollmentConfig config) {
        this.pems = config.snapshotPublicKeyFiles().orElse(List.of()).stream()
                .map(SnapshotKeys::read)
                .toList();
    }

    List<String> pems() {
        return pems;
    }

    private static String read(Path file) {
        String setting = "breakwater.enrollment.snapshot-public-key-files: " + file;
        try {
            String pem = Files.readString(file);
            DocumentSignature.publicKey(pem);
            return pem;
        } catch (IOException e) {
            throw new UncheckedIOException(setting + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(setting + " is not a public Ed25519 key", e);
        }
    }
}
