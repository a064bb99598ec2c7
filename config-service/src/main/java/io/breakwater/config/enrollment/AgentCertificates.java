package io.breakwater.config.enrollment;

import io.breakwater.config.agent.AgentEntity;
import io.breakwater.config.certificate.CertificateEntity;
import io.breakwater.config.certificate.CertificateMaker;
import io.breakwater.config.certificate.Issuer;
import io.breakwater.config.certificate.Pem;
import io.breakwater.config.certificate.TenantCertificates;
import io.breakwater.config.secrets.RandomSecrets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;

/** Certificates of agents: the subject says which agent of which tenant, the issuer is the tenant's. Works in the caller's session. */
@Singleton
class AgentCertificates {
    private final TenantCertificates authorities;
    private final CertificateMaker maker;
    private final EnrollmentConfig config;
    private final Clock clock;

    AgentCertificates(TenantCertificates authorities, CertificateMaker maker, EnrollmentConfig config, Clock clock) {
        this.authorities = authorities;
        this.maker = maker;
        this.config = config;
        this.clock = clock;
    }

    /** Issues a certificate and writes it down in the agent. */
    X509Certificate issue(AgentEntity agent, CertificateEntity issuing, PublicKey key) {
        Issuer issuer = authorities.issuer(issuing);
        X509Certificate certificate = maker.leaf(issuer, subject(agent), key, config.certificateLife());
        agent.enrollmentCertId = issuing.id;
        agent.certificateNotAfter = notAfter(certificate);
        agent.fingerprint = fingerprint(certificate);
        return certificate;
    }

    /** The issuing certificate and those above it. */
    Uni<String> chain(CertificateEntity issuing) {
        return authorities.chain(issuing);
    }

    /** Whether it is this agent's, from its tenant's authority, and in force. */
    boolean belongsTo(X509Certificate certificate, AgentEntity agent, CertificateEntity issuing) {
        try {
            certificate.verify(Pem.certificate(issuing.certificate).getPublicKey());
            certificate.checkValidity(Date.from(clock.instant()));
            X500Name subject =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            return subject.equals(subject(agent));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static Instant notAfter(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    private static X500Name subject(AgentEntity agent) {
        return CertificateMaker.subject(agent.id.toString(), agent.customerId.toString());
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return RandomSecrets.digest(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was just made has no encoding", e);
        }
    }
}
