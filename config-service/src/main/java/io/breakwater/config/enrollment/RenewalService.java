package io.breakwater.config.enrollment;

import io.breakwater.config.agent.AgentEntity;
import io.breakwater.config.certificate.CertificateEntity;
import io.breakwater.config.certificate.CertificateRequest;
import io.breakwater.config.certificate.Pem;
import io.breakwater.config.wire.Ids;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.security.cert.X509Certificate;

/** New certificates for agents whose old one still counts. Not a change of configuration: it works in every mode. */
@Singleton
public class RenewalService {
    private final AgentRepository agents;
    private final AgentCertificates certificates;
    private final KnownKeys knownKeys;

    RenewalService(AgentRepository agents, AgentCertificates certificates, KnownKeys knownKeys) {
        this.agents = agents;
        this.certificates = certificates;
        this.knownKeys = knownKeys;
    }

    @WithTransaction
    public Uni<RenewalView> renew(String agentId, RenewalRequest request) {
        PublicKey key = CertificateRequest.key(request.csr());
        return Ids.parse(agentId)
                .map(agents::find)
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("agent"))
                .chain(agent -> agents.issuer(agent.enrollmentCertId).chain(issuing -> renew(agent, issuing, key)));
    }

    private Uni<RenewalView> renew(AgentEntity agent, CertificateEntity issuing, PublicKey key) {
        X509Certificate certificate = certificates.issue(agent, issuing, key);
        return agents.flush()
                .chain(() -> knownKeys.remember(agent, certificate))
                .chain(() -> certificates.chain(issuing))
                .map(chain -> new RenewalView(Pem.of(certificate), chain, AgentCertificates.notAfter(certificate)));
    }
}
