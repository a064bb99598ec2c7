package io.breakwater.config.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate that may sign others, with its private key. Never logged. */
public record Issuer(X509Certificate certificate, PrivateKey key) {
    @Override
    public String toString() {
        return "Issuer[" + certificate.getSubjectX500Principal() + "]";
    }
}
