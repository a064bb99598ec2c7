package io.breakwater.config.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** Certificates as text. Pure. */
public final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    public static String of(X509Certificate certificate) {
        try {
            return text("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that we made or read has no encoding", e);
        }
    }

    public static String of(PKCS10CertificationRequest request) {
        try {
            return text("CERTIFICATE REQUEST", request.getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("a certificate request that we made has no encoding", e);
        }
    }

    /** As SubjectPublicKeyInfo. */
    public static String of(PublicKey key) {
        return text("PUBLIC KEY", key.getEncoded());
    }

    private static String text(String label, byte[] der) {
        byte[] separator = {'\n'};
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(LINE, separator).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    /** @param pem as we wrote it */
    public static X509Certificate certificate(String pem) {
        try {
            return certificate(pem.getBytes(StandardCharsets.US_ASCII));
        } catch (CertificateException e) {
            throw new IllegalStateException("a stored certificate is not readable", e);
        }
    }

    /** @param encoded DER or PEM */
    public static X509Certificate certificate(byte[] encoded) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }
}
