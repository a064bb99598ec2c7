package io.breakwater.config.drsettings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param pem the public key: SubjectPublicKeyInfo or PKCS#1 */
public record AddKeyRequest(@NotBlank @Size(max = 20_000) String pem) {
    /** Somebody may send a private key by mistake: it must not get into a log. */
    @Override
    public String toString() {
        return "AddKeyRequest[]";
    }
}
