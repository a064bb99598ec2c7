package io.breakwater.contracts.config;

import io.breakwater.contracts.event.AgentKind;
import java.time.Instant;
import java.util.List;

/**
 * An enrolled agent and the keys by which its word is known, as config-service tells them over REST. Never taken from the bus.
 *
 * @param enabled whether an administrator lets it work
 * @param designated whether its group is designated for DR
 * @param keys of its certificates that are still valid: the present one, and the one that it replaced; empty until the agent asked for
 *     a token when it was enrolled by a version that kept no keys
 */
public record AgentCredential(
        String agentId,
        String customerId,
        String groupId,
        AgentKind kind,
        String name,
        boolean enabled,
        boolean designated,
        List<AgentKey> keys) {

    public AgentCredential {
        keys = keys == null ? List.of() : List.copyOf(keys);
    }

    /**
     * @param keyId SHA-256 of the SubjectPublicKeyInfo, lower-case hex
     * @param pem SubjectPublicKeyInfo
     * @param notAfter end of the last certificate with that key
     */
    public record AgentKey(String keyId, String pem, Instant notAfter) {}
}
