package io.breakwater.config.enrollment;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.config.agent.AgentEntity;
import io.breakwater.config.agent.ConnectorEntity;
import io.breakwater.config.agent.EdgeEntity;
import io.breakwater.config.certificate.CertificateEntity;
import io.breakwater.config.certificate.CertificateRequest;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.provisioning.IpAcl;
import io.breakwater.config.provisioning.ProvisioningKeyEntity;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import org.jboss.logging.Logger;

/** Enrolment: key checked and counted, certificate issued, agent written, all told; in one transaction. */
@Singleton
public class EnrollmentService {
    private static final Logger LOG = Logger.getLogger(EnrollmentService.class);

    private final KeyUse keys;
    private final TenantWrites writes;
    private final NewAgent newAgent;
    private final AgentRepository agents;
    private final KnownKeys knownKeys;
    private final EnrollmentAnswer answer;

    EnrollmentService(
            KeyUse keys,
            TenantWrites writes,
            NewAgent newAgent,
            AgentRepository agents,
            KnownKeys knownKeys,
            EnrollmentAnswer answer) {
        this.keys = keys;
        this.writes = writes;
        this.newAgent = newAgent;
        this.agents = agents;
        this.knownKeys = knownKeys;
        this.answer = answer;
    }

    /** @param address from which the agent comes */
    @WithTransaction
    public Uni<EnrollmentView> enroll(EnrollmentRequest request, String address) {
        PublicKey publicKey = CertificateRequest.key(request.csr());
        return keys.find(request.provisioningKey())
                .invoke(key -> requireFit(request, address, key))
                .chain(key -> writes.begin(key.customerId)
                        .chain(write -> keys.use(key).chain(() -> enroll(request, address, key, publicKey, write))));
    }

    private Uni<EnrollmentView> enroll(
            EnrollmentRequest request,
            String address,
            ProvisioningKeyEntity key,
            PublicKey publicKey,
            TenantWrite write) {
        AgentEntity agent = newAgent.of(request, key, address, write.at());
        return agents.issuer(key.enrollmentCertId)
                .chain(issuing -> add(agent, issuing, publicKey, write))
                .call(() -> write.announce(
                        new Change(Action.CREATED, kind(agent), agent.id, agent.name, null, recorded(agent))))
                .invoke(() -> LOG.infof(
                        "Agent %s (%s) of customer %s enrols into group %s",
                        agent.id, agent.kind(), agent.customerId, agent.groupId));
    }

    private Uni<EnrollmentView> add(
            AgentEntity agent, CertificateEntity issuing, PublicKey publicKey, TenantWrite write) {
        X509Certificate certificate = answer.certificates().issue(agent, issuing, publicKey);
        return agents.requireRoom(agent, newAgent.limits())
                .chain(() -> agents.add(agent))
                .chain(() -> knownKeys.remember(agent, certificate))
                .chain(() -> answer.of(agent, issuing, certificate));
    }

    private static JsonNode recorded(AgentEntity agent) {
        return agent instanceof EdgeEntity edge
                ? EdgeEntity.SHAPE.write(edge)
                : ConnectorEntity.SHAPE.write((ConnectorEntity) agent);
    }

    private static String kind(AgentEntity agent) {
        return agent.kind() == AgentKind.APP_CONNECTOR ? "connector" : "serviceEdge";
    }

    private static void requireFit(EnrollmentRequest request, String address, ProvisioningKeyEntity key) {
        AgentKind ofKey = key.associationType.kind().orElseThrow();
        if (request.kind() != null && request.kind() != ofKey) {
            throw ProblemException.field("kind", "The provisioning key enrols agents of the kind " + ofKey + ".");
        }
        if (!IpAcl.admits(key.ipAcl, address)) {
            throw new ProblemException(
                    Problem.FORBIDDEN,
                    "The provisioning key may not be used from " + address + "; its ipAcl does not hold it.");
        }
    }
}
