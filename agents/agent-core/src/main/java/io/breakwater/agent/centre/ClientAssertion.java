package io.breakwater.agent.centre;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.contracts.event.EventCodec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A JWT client assertion (RFC 7523) signed ES256 with the agent's key, its certificate in {@code x5c}. It names the boot, by which the
 * centre tells two processes with one certificate apart: the newest one counts. Stateless.
 */
public final class ClientAssertion {
    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final Boot boot;

    public ClientAssertion(Boot boot) {
        this.boot = boot;
    }

    String sign(AgentIdentity identity, Instant now) {
        try {
            String certificate =
                    Base64.getEncoder().encodeToString(identity.certificate().getEncoded());
            Map<String, Object> header = new LinkedHashMap<>();
            header.put("alg", "ES256");
            header.put("typ", "JWT");
            header.put("x5c", List.of(certificate));
            String text = part(header) + "." + part(claims(identity.enrolment().agentId(), now));
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(identity.keys().getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the agent's own key cannot sign", e);
        }
    }

    private Map<String, Object> claims(String agentId, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", agentId);
        claims.put("sub", agentId);
        claims.put("aud", "breakwater");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("bootId", boot.id());
        claims.put("bootedAt", boot.at().toEpochMilli());
        return claims;
    }

    private static String part(Map<String, Object> content) {
        try {
            return URL.encodeToString(EventCodec.mapper().writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts and numbers can be written", e);
        }
    }
}
