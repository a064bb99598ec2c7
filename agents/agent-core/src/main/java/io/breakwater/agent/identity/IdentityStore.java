package io.breakwater.agent.identity;

import io.breakwater.agent.disk.Disk;
import io.breakwater.agent.disk.TwoCopies.Loaded;
import io.breakwater.agent.words.ToldException;
import io.breakwater.agent.words.UnusableKeyException;
import io.breakwater.agent.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * The identity on disk: {@code key.pem}, {@code certificate.pem}, {@code ca.pem}, {@code snapshot-keys.pem} and, written last, {@code
 * enrolment.json}: with that one the agent is enrolled, without it it is not. Each has a second copy. Reading and writing is for one
 * thread at a time; {@link #mend} for any.
 */
public final class IdentityStore {
    private final IdentityFiles files;

    public IdentityStore(Path directory, Disk disk) {
        this.files = IdentityFiles.in(directory, disk);
    }

    /**
     * What the disk says.
     *
     * @param enrolment empty when this agent has not enrolled yet, or nothing of it is left
     * @param identity empty too when key or certificate are lost: then the agent switches, but cannot talk to the centre
     * @param faults what was not as it should be, a sentence each
     */
    public record Recalled(Optional<Enrolment> enrolment, Optional<AgentIdentity> identity, List<String> faults) {}

    /** Reads everything, mends what can be mended. Never fails: what cannot be used is said. */
    public Recalled recall(Remains.Rebuilder rebuilder) {
        Loaded<Enrolment> enrolment = files.enrolment().load();
        Loaded<KeyPair> keys = files.keys().load();
        Loaded<X509Certificate> certificate = files.certificate().load();
        Loaded<List<String>> signers = files.snapshotKeys().load();
        List<String> faults = new ArrayList<>(enrolment.faults());
        faults.addAll(keys.faults());
        faults.addAll(certificate.faults());
        faults.addAll(signers.faults());
        Loaded<X509Certificate> authority = files.authority().load();
        faults.addAll(authority.faults());
        sayGone(enrolment.sealed(), "snapshot-keys.pem", signers, faults);
        sayGone(enrolment.sealed(), "ca.pem", authority, faults);
        Optional<Enrolment> known = enrolment.value();
        if (known.isEmpty()) {
            known = rebuilt(certificate.value(), signers.value(), rebuilder, faults);
        } else if (signers.value().isEmpty()) {
            keep(known.get(), faults);
        }
        Optional<AgentIdentity> identity = known.flatMap(one -> keys.value()
                .flatMap(pair -> certificate
                        .value()
                        .filter(cert -> cert.getPublicKey().equals(pair.getPublic()))
                        .map(cert -> new AgentIdentity(one, pair, cert))));
        if (known.isPresent() && identity.isEmpty()) {
            faults.add(
                    "key and certificate do not make an identity: the agent switches and serves, but cannot talk to the"
                            + " centre until it is enrolled anew with a provisioning key");
        }
        return new Recalled(known, identity, List.copyOf(faults));
    }

    private static void sayGone(boolean written, String name, Loaded<?> file, List<String> faults) {
        if (written && file.value().isEmpty() && file.faults().isEmpty()) {
            faults.add(name + " was gone");
        }
    }

    private Optional<Enrolment> rebuilt(
            Optional<X509Certificate> certificate,
            Optional<List<String>> signers,
            Remains.Rebuilder rebuilder,
            List<String> faults) {
        Optional<Enrolment> rebuilt = certificate.flatMap(
                cert -> signers.flatMap(keys -> remains(cert, keys)).flatMap(rebuilder::rebuild));
        if (rebuilt.isPresent()) {
            faults.add("the enrolment was lost and is put together again from the certificate and what is signed");
            keep(rebuilt.get(), faults);
        } else if (certificate.isPresent()) {
            faults.add(
                    "there is a certificate but no enrolment: enrolling was broken off, or the enrolment is lost and must be done anew");
        }
        return rebuilt;
    }

    private static Optional<Remains> remains(X509Certificate certificate, List<String> signers) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        RDN[] agents = subject.getRDNs(BCStyle.CN);
        RDN[] customers = subject.getRDNs(BCStyle.O);
        return agents.length == 1 && customers.length == 1
                ? Optional.of(new Remains(text(agents[0]), text(customers[0]), signers))
                : Optional.empty();
    }

    private static String text(RDN part) {
        return IETFUtils.valueToString(part.getFirst().getValue());
    }

    private void keep(Enrolment enrolment, List<String> faults) {
        try {
            write(enrolment);
        } catch (IOException e) {
            faults.add("the enrolment cannot be written: " + Words.of(e));
        }
    }

    private void write(Enrolment enrolment) throws IOException {
        if (!enrolment.snapshotPublicKeys().isEmpty()) {
            files.snapshotKeys().write(IdentityFiles.octets(enrolment.snapshotPublicKeys()));
        }
        files.enrolment().write(IdentityFiles.octets(enrolment));
    }

    /** Makes every copy be what is in force. @return a sentence for each that was not */
    public List<String> mend() {
        return files.mend();
    }

    /** PEM of a certificate request for the agent's key, which is made at the first call ever, and anew when nothing is left of it. */
    public String certificateRequest(String name) throws IOException, GeneralSecurityException {
        return CertificateRequest.pem(name, keys());
    }

    private KeyPair keys() throws IOException, GeneralSecurityException {
        Loaded<KeyPair> keys = files.keys().load();
        if (keys.value().isPresent()) {
            return keys.value().get();
        }
        if (keys.unreadable()) {
            throw new ToldException(String.join("; ", keys.faults()));
        }
        KeyPair pair = AgentKeys.make();
        files.keys().write(AgentKeys.write(pair));
        return pair;
    }

    /** Keeps what an enrolment brought. @throws GeneralSecurityException when the certificate is not for the agent's key */
    public AgentIdentity enrolled(Enrolment enrolment, String certificatePem, String caPem)
            throws IOException, GeneralSecurityException {
        KeyPair keys = keys();
        X509Certificate certificate = certificate(certificatePem, keys);
        files.certificate().write(IdentityFiles.octets(certificatePem));
        files.authority().write(IdentityFiles.octets(caPem));
        write(enrolment);
        return new AgentIdentity(enrolment, keys, certificate);
    }

    /** Keeps a newer certificate. @throws GeneralSecurityException when it is not for the agent's key */
    public AgentIdentity renewed(AgentIdentity identity, String certificatePem)
            throws IOException, GeneralSecurityException {
        X509Certificate certificate = certificate(certificatePem, identity.keys());
        files.certificate().write(IdentityFiles.octets(certificatePem));
        return new AgentIdentity(identity.enrolment(), identity.keys(), certificate);
    }

    private static X509Certificate certificate(String pem, KeyPair keys) throws GeneralSecurityException {
        if (pem == null) {
            throw new UnusableKeyException("no certificate came");
        }
        X509Certificate certificate = IdentityFiles.certificate(IdentityFiles.octets(pem));
        if (!certificate.getPublicKey().equals(keys.getPublic())) {
            throw new UnusableKeyException("the certificate that came is for another key");
        }
        return certificate;
    }
}
