package io.breakwater.system.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.RestClient;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An operation of an OpenAPI document.
 *
 * @param method in capital letters
 * @param path from the root, its variables in braces
 * @param query with its question mark; empty when none is needed
 * @param bodies that may be sent: the least that the document's schema asks for, and its examples
 */
record ApiOperation(String method, String path, String query, List<JsonNode> bodies) {
    private static final String CUSTOMER = "{customerId}";

    /** Variables that choose a kind of object, and the one that these tests choose. */
    private static final Map<String, String> KINDS = Map.of(
            "associationType/{type}", "CONNECTOR_GRP",
            "associationtype/{type}", "SEARCH_SUFFIX",
            "graph/{kind}", "application");

    /** A collection whose objects belong to nobody. */
    static final String SHARED_BY_ALL = "versionProfiles";

    boolean isOfCustomer() {
        return path.contains(CUSTOMER);
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean hasBody() {
        return method.equals("PUT") || method.equals("POST") || method.equals("PATCH");
    }

    /** Whether its path names an object of the customer. */
    boolean namesObject() {
        boolean[] names = new boolean[1];
        at("", collection -> {
            names[0] |= !collection.equals(SHARED_BY_ALL);
            return "";
        });
        return names[0];
    }

    /** @param idOf the id to put after a collection, such as {@code serverGroup} */
    String at(String customerId, UnaryOperator<String> idOf) {
        String[] segments = path.split("/");
        for (int i = 1; i < segments.length; i++) {
            if (segments[i].equals(CUSTOMER)) {
                segments[i] = customerId;
            } else if (segments[i].startsWith("{")) {
                String kind = KINDS.get(segments[i - 1] + "/" + segments[i]);
                segments[i] = kind == null ? idOf.apply(segments[i - 1]) : kind;
            }
        }
        return String.join("/", segments) + query;
    }

    /** @param body of a method that has one */
    Answer call(RestClient client, String concretePath, Object body) {
        return switch (method) {
            case "GET" -> client.get(concretePath);
            case "PUT" -> client.put(concretePath, body);
            case "POST" -> client.post(concretePath, body);
            case "DELETE" -> client.delete(concretePath);
            default -> throw new IllegalStateException("nothing here sends " + method + " " + path);
        };
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
