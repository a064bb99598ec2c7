package io.breakwater.local.front;

import io.breakwater.local.SuiteException;
import io.breakwater.local.layout.FileTrouble;
import io.breakwater.local.secrets.Pem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for one run, and one certificate for all of ZPA's addresses. The authority's key is forgotten at once. */
final class FrontCertificates {
    private static final X500Name AUTHORITY = new X500Name("CN=Breakwater trial CA");
    private static final Duration LIFE = Duration.ofDays(7);
    private static final Duration BACKDATED = Duration.ofHours(1);
    private static final String SIGNATURE = "SHA256withECDSA";

    private FrontCertificates() {}

    /** @param authorityFile where the authority's certificate goes, which clients must trust */
    static SSLContext make(List<String> hosts, Path authorityFile) {
        try {
            KeyPair authorityKey = pair();
            KeyPair key = pair();
            X509Certificate authority = authority(authorityKey);
            X509Certificate leaf = leaf(hosts, key, authority, authorityKey);
            Files.createDirectories(authorityFile.getParent());
            Files.writeString(authorityFile, Pem.text("CERTIFICATE", authority.getEncoded()));
            return context(key, leaf, authority);
        } catch (IOException e) {
            throw new SuiteException(authorityFile + " cannot be written: " + FileTrouble.of(e), e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("every Java runtime has P-256 and ECDSA", e);
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate authority(KeyPair key)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509v3CertificateBuilder builder = builder(AUTHORITY, key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key.getPublic()));
        return signed(builder, key);
    }

    private static X509Certificate leaf(
            List<String> hosts, KeyPair key, X509Certificate authority, KeyPair authorityKey)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509v3CertificateBuilder builder = builder(new X500Name("CN=" + hosts.get(0)), key);
        GeneralName[] names = hosts.stream()
                .map(host -> new GeneralName(GeneralName.dNSName, host))
                .toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority));
        return signed(builder, authorityKey);
    }

    private static JcaX509v3CertificateBuilder builder(X500Name subject, KeyPair key) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                AUTHORITY,
                new BigInteger(127, new SecureRandom()).setBit(126),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(LIFE)),
                subject,
                key.getPublic());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair authorityKey)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(authorityKey.getPrivate())));
    }

    private static SSLContext context(KeyPair key, X509Certificate leaf, X509Certificate authority)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry("front", key.getPrivate(), new char[0], new Certificate[] {leaf, authority});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
