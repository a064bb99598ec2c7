package io.breakwater.config.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        byte[] separator = {'\n'};
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(LINE, separator).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that we made or read has no encoding", e);
        }
    }

    public static String of(PKCS10CertificationRequest request) {
        byte[] separator = {'\n'};
        try {
            return "-----BEGIN CERTIFICATE REQUEST-----\n"
                    + Base64.getMimeEncoder(LINE, separator).encodeToString(request.getEncoded())
                    + "\n-----END CERTIFICATE REQUEST-----\n";
        } catch (IOException e) {
            throw new IllegalStateException("a certificate request that we made has no encoding", e);
        }
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
