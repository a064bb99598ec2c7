package io.breakwater.system.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An OpenAPI document, read for requests that can be made of it. Immutable. */
final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode root;

    ApiDocument(JsonNode root) {
        this.root = root;
    }

    /** All of its operations, in its order. */
    List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(operation(method.getKey(), path.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    private ApiOperation operation(String method, String path, JsonNode operation) {
        List<JsonNode> bodies = new ArrayList<>();
        for (JsonNode media : resolved(operation.path("requestBody")).path("content")) {
            bodies.add(least(media.path("schema")));
            if (media.has("example")) {
                bodies.add(media.path("example"));
            }
            media.path("examples")
                    .forEach(example -> bodies.add(resolved(example).path("value")));
        }
        return new ApiOperation(method.toUpperCase(Locale.ROOT), path, query(operation), List.copyOf(bodies));
    }

    /** What must stand behind the question mark. */
    private String query(JsonNode operation) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode known = resolved(parameter);
            if (known.path("in").asText().equals("query")
                    && known.path("required").asBoolean()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(known.path("name").asText())
                        .append('=')
                        .append(least(known.path("schema")).asText());
            }
        }
        return query.toString();
    }

    /** The least that the schema asks for. */
    private JsonNode least(JsonNode reference) {
        JsonNode schema = resolved(reference);
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "array" -> JsonNodeFactory.instance.arrayNode();
            case "boolean" -> JsonNodeFactory.instance.booleanNode(false);
            case "integer", "number" -> JsonNodeFactory.instance.numberNode(1);
            case "string" -> JsonNodeFactory.instance.textNode("1");
            default -> leastObject(schema);
        };
    }

    private ObjectNode leastObject(JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schema.path("required")
                .forEach(name -> object.set(
                        name.asText(), least(schema.path("properties").path(name.asText()))));
        return object;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode known = node;
        while (known.has("$ref")) {
            known = root.at(known.path("$ref").asText().substring(1));
        }
        return known;
    }
}
