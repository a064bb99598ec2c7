package io.breakwater.agent.enrolment;

import io.breakwater.agent.centre.AgentTokens;
import io.breakwater.agent.centre.CentreFailure;
import io.breakwater.agent.centre.ConfigServiceClient;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.identity.IdentityStore;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Renews the certificate for the same key once it is old enough, so that a long disaster finds most of its life left. For one thread.
 */
public final class CertificateRenewal {
    private final ConfigServiceClient client;
    private final AgentTokens tokens;
    private final IdentityStore store;
    private final Duration renewAfter;
    private final Clock clock;

    /** @param renewAfter age of a certificate from which it is renewed */
    public CertificateRenewal(
            ConfigServiceClient client, AgentTokens tokens, IdentityStore store, Duration renewAfter, Clock clock) {
        this.client = client;
        this.tokens = tokens;
        this.store = store;
        this.renewAfter = renewAfter;
        this.clock = clock;
    }

    public boolean isDue(AgentIdentity identity) {
        Instant from = identity.certificate().getNotBefore().toInstant().plus(renewAfter);
        return !clock.instant().isBefore(from);
    }

    /** Tries once. */
    public AgentIdentity renew(AgentIdentity identity) throws CentreFailure, IOException, GeneralSecurityException {
        String csr = store.certificateRequest(identity.enrolment().agentId());
        String certificate = tokens.with(identity, token -> client.renew(csr, token));
        return store.renewed(identity, certificate);
    }
}
