package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import java.io.IOException;
import java.util.Optional;

/** Reads request bodies of the management API: a JSON object; some clients send nothing at all for an empty one. Stateless. */
public final class JsonBody {
    /** What every answer of the management API is. */
    public static final String CONTENT_TYPE = "application/json;charset=utf-8";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // 40.0 is not 4E+1
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonBody() {}

    /** @param body may be null or empty */
    public static ObjectNode read(byte[] body) {
        if (body == null || body.length == 0) {
            return MAPPER.createObjectNode();
        }
        if (tree(body) instanceof ObjectNode object) {
            return object;
        }
        throw new ProblemException(Problem.MALFORMED_JSON, "The body must be a JSON object.");
    }

    /** A request that is a list; some clients send nothing at all for an empty one. What is no list is for the caller to refuse. */
    public static JsonNode readList(byte[] body) {
        return body == null || body.length == 0 ? MAPPER.createArrayNode() : tree(body);
    }

    /** A flag of a request; empty when the request does not speak of it. */
    public static Optional<Boolean> flag(ObjectNode body, String field) {
        JsonNode node = body.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(WireTypes.flag().read(node));
        } catch (ValueRefused e) {
            throw Refusal.invalid(field, e.getMessage());
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            // the message may repeat the body: only the fact goes out
            throw new ProblemException(Problem.MALFORMED_JSON, "The body is not valid JSON.");
        }
    }
}
