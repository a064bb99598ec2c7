package io.breakwater.config.drsettings;

import java.time.Instant;

/** @param fingerprint SHA-256 of the SubjectPublicKeyInfo, lower-case hex */
public record KeyView(String id, String fingerprint, String pem, Instant creationTime) {
    static KeyView of(DrPublicKeyEntity key) {
        return new KeyView(key.id.toString(), key.fingerprint, key.pem, key.creationTime);
    }
}
