package io.breakwater.testsupport.tokens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.testsupport.SharedServers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Mints access tokens as config-service does: RS256, issuer {@value #ISSUER}, one role in {@code groups}. */
public final class TestTokens {
    public static final String ISSUER = "breakwater";
    private static final long LIFETIME_SECONDS = 3_600;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private TestTokens() {}

    /** Of an administrator of one tenant. */
    public static String admin(String customerId) {
        return mint("ADMIN", Map.of("customerId", customerId));
    }

    /** Of a service of the suite, for all tenants. */
    public static String service() {
        return mint("SERVICE", Map.of());
    }

    /** Of the operator, who makes tenants. */
    public static String operator() {
        return mint("OPERATOR", Map.of());
    }

    /** Of an enrolled agent. @param groupKind {@code APP_CONNECTOR} or {@code SERVICE_EDGE} */
    public static String agent(String customerId, String agentId, String groupId, String groupKind) {
        return mint(
                "AGENT",
                Map.of("customerId", customerId, "agentId", agentId, "groupId", groupId, "groupKind", groupKind));
    }

    /** Of any role with any further claims; they win over the standard ones, so that a test can mint a bad token. */
    public static String mint(String role, Map<String, ?> claims) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("iss", ISSUER);
        all.put("sub", "test-" + role.toLowerCase(Locale.ROOT));
        all.put("iat", now);
        all.put("exp", now + LIFETIME_SECONDS);
        all.put("jti", UUID.randomUUID().toString());
        all.put("groups", List.of(role));
        all.putAll(claims);
        return sign(all);
    }

    /** The public key as PEM. */
    public static String publicPem() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(decode(keys()[1]));
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    private static String sign(Map<String, ?> claims) {
        try {
            String header = URL.encodeToString(JSON.writeValueAsBytes(Map.of("alg", "RS256", "typ", "JWT")));
            String text = header + "." + URL.encodeToString(JSON.writeValueAsBytes(claims));
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(decode(keys()[0])));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("no token", e);
        }
    }

    /** Private and public key, the same for all class loaders of the JVM. */
    private static String[] keys() {
        return SharedServers.known("breakwater.test.token-keys", directory -> {
                    try {
                        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                        generator.initialize(2048);
                        KeyPair pair = generator.generateKeyPair();
                        return encode(pair.getPrivate().getEncoded()) + " "
                                + encode(pair.getPublic().getEncoded());
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException("every JDK has RSA", e);
                    }
                })
                .split(" ");
    }

    private static String encode(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] decode(String key) {
        return Base64.getDecoder().decode(key);
    }
}
