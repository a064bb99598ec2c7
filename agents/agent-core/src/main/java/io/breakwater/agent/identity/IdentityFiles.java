package io.breakwater.agent.identity;

import io.breakwater.agent.disk.Disk;
import io.breakwater.agent.disk.Seal;
import io.breakwater.agent.disk.TwoCopies;
import io.breakwater.agent.words.ToldException;
import io.breakwater.agent.words.UnusableKeyException;
import io.breakwater.contracts.event.EventCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the identity, each in two copies with checksums. The keys that may sign snapshots lie in a file of their own too: with
 * them, the certificate and the signed index an enrolment that is lost can be put together again.
 */
record IdentityFiles(
        TwoCopies<Enrolment> enrolment,
        TwoCopies<KeyPair> keys,
        TwoCopies<X509Certificate> certificate,
        TwoCopies<X509Certificate> authority,
        TwoCopies<List<String>> snapshotKeys) {
    private static final Pattern PUBLIC_KEY =
            Pattern.compile("-----BEGIN PUBLIC KEY-----[^-]{1,4000}-----END PUBLIC KEY-----");

    static IdentityFiles in(Path directory, Disk disk) {
        return new IdentityFiles(
                new TwoCopies<>(directory.resolve("enrolment.json"), Seal.JSON, IdentityFiles::enrolment, disk),
                new TwoCopies<>(directory.resolve("key.pem"), Seal.TEXT, AgentKeys::read, disk),
                new TwoCopies<>(directory.resolve("certificate.pem"), Seal.TEXT, IdentityFiles::certificate, disk),
                new TwoCopies<>(directory.resolve("ca.pem"), Seal.TEXT, IdentityFiles::certificate, disk),
                new TwoCopies<>(directory.resolve("snapshot-keys.pem"), Seal.TEXT, IdentityFiles::publicKeys, disk));
    }

    List<String> mend() {
        List<String> faults = new ArrayList<>();
        for (TwoCopies<?> file : List.of(enrolment, keys, certificate, authority, snapshotKeys)) {
            faults.addAll(file.mend());
        }
        return faults;
    }

    static byte[] octets(Enrolment enrolment) throws IOException {
        return EventCodec.mapper().writeValueAsBytes(enrolment);
    }

    static byte[] octets(String text) {
        String whole = text == null ? "" : text.stripTrailing() + "\n";
        return whole.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] octets(List<String> pems) {
        return octets(String.join("\n", pems.stream().map(String::strip).toList()));
    }

    static X509Certificate certificate(byte[] pem) throws GeneralSecurityException {
        return Optional.ofNullable((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)))
                .orElseThrow(() -> new UnusableKeyException("there is no certificate in it"));
    }

    private static Enrolment enrolment(byte[] content) throws IOException {
        Enrolment enrolment = EventCodec.mapper().readValue(content, Enrolment.class);
        if (enrolment == null || !enrolment.isWhole()) {
            throw new ToldException("it lacks who the agent is");
        }
        return enrolment;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.US_ASCII);
    }

    private static List<String> publicKeys(byte[] content) throws ToldException {
        List<String> pems = new ArrayList<>();
        Matcher key = PUBLIC_KEY.matcher(text(content));
        while (key.find()) {
            pems.add(key.group());
        }
        if (pems.isEmpty()) {
            throw new ToldException("there is no public key in it");
        }
        return pems;
    }
}
