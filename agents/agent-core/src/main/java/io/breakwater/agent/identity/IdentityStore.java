package io.breakwater.agent.identity;

import io.breakwater.agent.disk.Disk;
import io.breakwater.contracts.event.EventCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * The identity on disk: {@code key.pem}, {@code certificate.pem}, {@code ca.pem} and, written last, {@code enrolment.json}: with that
 * file the agent is enrolled, without it it is not. Not for several threads at once.
 */
public final class IdentityStore {
    private final Path directory;
    private final Disk disk;

    public IdentityStore(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    /** The identity, or empty when this agent has not enrolled yet. */
    public Optional<AgentIdentity> load() throws IOException, GeneralSecurityException {
        Optional<Enrolment> enrolment = enrolment();
        if (enrolment.isEmpty()) {
            return Optional.empty();
        }
        X509Certificate certificate = certificate(Files.readString(certificateFile()));
        return Optional.of(new AgentIdentity(enrolment.get(), keys(), certificate));
    }

    /** What the enrolment brought, whether key and certificate are in order or not; empty when this agent has not enrolled yet. */
    public Optional<Enrolment> enrolment() throws IOException {
        return Files.exists(enrolmentFile())
                ? Optional.of(EventCodec.mapper().readValue(enrolmentFile().toFile(), Enrolment.class))
                : Optional.empty();
    }

    /** PEM of a certificate request for the agent's key, which is made at the first call ever. */
    public String certificateRequest(String name) throws IOException, GeneralSecurityException {
        return CertificateRequest.pem(name, keys());
    }

    private KeyPair keys() throws IOException, GeneralSecurityException {
        disk.makeDirectory(directory);
        return AgentKeys.readOrMake(directory.resolve("key.pem"), disk);
    }

    /** Keeps what an enrolment brought. @throws GeneralSecurityException when the certificate is not for the agent's key */
    public AgentIdentity enrolled(Enrolment enrolment, String certificatePem, String caPem)
            throws IOException, GeneralSecurityException {
        X509Certificate certificate = ours(certificatePem);
        write(certificateFile(), certificatePem);
        write(directory.resolve("ca.pem"), caPem);
        disk.replace(enrolmentFile(), EventCodec.mapper().writeValueAsBytes(enrolment));
        return new AgentIdentity(enrolment, keys(), certificate);
    }

    /** Keeps a newer certificate. @throws GeneralSecurityException when it is not for the agent's key */
    public AgentIdentity renewed(AgentIdentity identity, String certificatePem)
            throws IOException, GeneralSecurityException {
        X509Certificate certificate = ours(certificatePem);
        write(certificateFile(), certificatePem);
        return new AgentIdentity(identity.enrolment(), identity.keys(), certificate);
    }

    private X509Certificate ours(String pem) throws IOException, GeneralSecurityException {
        X509Certificate certificate = certificate(pem);
        if (!certificate.getPublicKey().equals(keys().getPublic())) {
            throw new GeneralSecurityException("the certificate that came is for another key");
        }
        return certificate;
    }

    private static X509Certificate certificate(String pem) throws GeneralSecurityException {
        if (pem == null) {
            throw new GeneralSecurityException("no certificate came");
        }
        byte[] octets = pem.getBytes(StandardCharsets.US_ASCII);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(octets));
    }

    private void write(Path file, String text) throws IOException {
        disk.replace(file, (text == null ? "" : text).getBytes(StandardCharsets.US_ASCII));
    }

    private Path enrolmentFile() {
        return directory.resolve("enrolment.json");
    }

    private Path certificateFile() {
        return directory.resolve("certificate.pem");
    }
}
