package io.breakwater.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whose request it is, as the verified token says.
 *
 * @param subject the client's id
 * @param customerId the tenant, or null for one that crosses tenants
 * @param agentId of an agent, else null
 * @param groupId of an agent, else null
 * @param crossesTenants whether it may see every tenant
 */
public record Caller(String subject, String customerId, String agentId, String groupId, boolean crossesTenants) {

    /** Nobody when the request has no token. */
    public static Optional<Caller> of(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        return Optional.of(new Caller(
                token.getSubject(),
                text(token, Claims.CUSTOMER_ID),
                text(token, Claims.AGENT_ID),
                text(token, Claims.GROUP_ID),
                identity.hasRole(Roles.SERVICE) || identity.hasRole(Roles.OPERATOR)));
    }

    /** Whether it may know that this tenant exists. */
    public boolean mayEnter(String customer) {
        return crossesTenants || (customerId != null && customerId.equals(customer));
    }

    private static String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value == null ? null : value.toString();
    }
}
