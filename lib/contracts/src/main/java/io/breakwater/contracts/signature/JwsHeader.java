package io.breakwater.contracts.signature;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A JWS's protected header with the two extensions that ours have: {@code b64:false} (RFC 7797), and for agents a counter.
 *
 * @param algorithm {@code EdDSA} or {@code ES256}
 * @param keyId SHA-256 of the SubjectPublicKeyInfo, lower-case hex
 * @param counter grows with each event of an agent; null for services
 */
record JwsHeader(String algorithm, String keyId, Long counter) {
    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(3)
                            .maxStringLength(200)
                            .maxNumberLength(20)
                            .maxNameLength(50)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    JwsHeader {
        if (!"EdDSA".equals(algorithm) && !"ES256".equals(algorithm)) {
            throw new IllegalArgumentException("the algorithm is neither EdDSA nor ES256");
        }
        if (keyId == null || !KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("the key id is not a SHA-256 in lower-case hex");
        }
        if (counter != null && counter < 0) {
            throw new IllegalArgumentException("the counter is negative");
        }
    }

    /** Base64url without padding, as the first part of a JWS. */
    String encoded() {
        String json = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + keyId + "\",\"b64\":false,\"crit\":[\"b64\"]"
                + (counter == null ? "" : ",\"ctr\":" + counter) + "}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws IllegalArgumentException when it is no such header */
    static JwsHeader parse(String encoded) {
        JsonNode json;
        try {
            json = JSON.readTree(Base64.getUrlDecoder().decode(encoded));
        } catch (IOException e) {
            throw new IllegalArgumentException("the protected header is not JSON", e);
        }
        JsonNode critical = json.path("crit");
        if (!json.path("b64").isBoolean()
                || json.path("b64").booleanValue()
                || critical.size() != 1
                || !"b64".equals(critical.path(0).textValue())) {
            throw new IllegalArgumentException("the signature is not one over a detached, unencoded payload");
        }
        JsonNode counter = json.path("ctr");
        if (!counter.isMissingNode() && !counter.canConvertToExactIntegral()) {
            throw new IllegalArgumentException("the counter is no whole number");
        }
        if (counter.isNumber() && !counter.canConvertToLong()) {
            throw new IllegalArgumentException("the counter does not fit into 64 bits");
        }
        return new JwsHeader(
                json.path("alg").textValue(),
                json.path("kid").textValue(),
                counter.isMissingNode() ? null : Long.valueOf(counter.longValue()));
    }
}
