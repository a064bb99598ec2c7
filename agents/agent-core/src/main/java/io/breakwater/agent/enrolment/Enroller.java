package io.breakwater.agent.enrolment;

import io.breakwater.agent.centre.CentreFailure;
import io.breakwater.agent.centre.ConfigServiceClient;
import io.breakwater.agent.centre.EnrolmentAnswer;
import io.breakwater.agent.centre.EnrolmentRequest;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.identity.Enrolment;
import io.breakwater.agent.identity.IdentityStore;
import io.breakwater.agent.service.Product;
import io.breakwater.agent.words.UnusableKeyException;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** Enrols this agent: provisioning key and certificate request out, identity in and onto the disk. For one thread. */
public final class Enroller {
    private final ConfigServiceClient client;
    private final IdentityStore store;
    private final ProvisioningKey provisioningKey;
    private final Product product;
    private final Introduction introduction;

    public Enroller(
            ConfigServiceClient client,
            IdentityStore store,
            ProvisioningKey provisioningKey,
            Product product,
            Introduction introduction) {
        this.client = client;
        this.store = store;
        this.provisioningKey = provisioningKey;
        this.product = product;
        this.introduction = introduction;
    }

    /** What the agent says of itself when it enrols. */
    public record Introduction(String name, String version) {}

    /** Tries once. */
    public AgentIdentity enrol() throws CentreFailure, IOException, GeneralSecurityException {
        EnrolmentRequest request = new EnrolmentRequest(
                provisioningKey.read(),
                store.certificateRequest(introduction.name()),
                introduction.name(),
                product.kind(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                introduction.version());
        EnrolmentAnswer answer = client.enrol(request);
        if (answer.groupKind() != product.kind()) {
            throw new UnusableKeyException("the provisioning key is for a group of kind " + answer.groupKind()
                    + ", this agent is " + product.kind());
        }
        Enrolment enrolment = new Enrolment(
                answer.agentId(),
                answer.customerId(),
                answer.groupId(),
                answer.groupKind(),
                answer.groupName(),
                answer.designated(),
                answer.drSettings(),
                answer.replay(),
                answer.snapshotPublicKeys(),
                answer.eventKeys());
        return store.enrolled(enrolment, answer.certificate(), answer.caCertificate());
    }
}
