package io.breakwater.config.openapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The errors that every operation can answer: in ZPA's form on ZPA's paths (zpa-api 2.9), else as RFC 9457 has it. */
final class Responses {
    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

    private static final Map<String, String> ERRORS = Map.ofEntries(
            Map.entry("400", "The request is not valid, or the object's state refuses it; the answer names the field."),
            Map.entry("401", "No token, or one that is not valid."),
            Map.entry("403", "The token's role, tenant or microtenant does not allow this."),
            Map.entry("404", "There is no such object, tenant or path."),
            Map.entry("405", "The path has no such method."),
            Map.entry("409", "The state does not allow it."),
            Map.entry("412", "The object was changed since it was read (If-Match)."),
            Map.entry("413", "The body is larger than one megabyte."),
            Map.entry("414", "The URI is longer than the server takes."),
            Map.entry("431", "The headers are larger than the server takes."),
            Map.entry("415", "The body has a type that is not taken here."),
            Map.entry("429", "Too many requests from this address; try again after Retry-After."),
            Map.entry("500", "A fault of the service; the answer names the incident that its log tells more of."),
            Map.entry("503", "The service is not available for the moment; try again after Retry-After."));

    private static final Set<String> TOO_LARGE = Set.of("413", "414", "431");

    private Responses() {}

    static void addTo(Components components) {
        // always in the same order, which the map has not
        new TreeMap<>(ERRORS).forEach((status, meaning) -> {
            components.addResponse("zpa" + status, error(status, meaning, JSON, "zpaError"));
            components.addResponse("problem" + status, error(status, meaning, PROBLEM_JSON, "problem"));
        });
    }

    /**
     * @param zpa whether the path is one of ZPA's, where nothing is a conflict
     * @param body whether it takes one
     * @param conditional whether it knows {@code If-Match}
     */
    static void addErrors(APIResponses responses, boolean zpa, boolean body, boolean conditional) {
        Set<String> left = new TreeSet<>(ERRORS.keySet());
        if (zpa) {
            left.remove("409");
        }
        if (!body) {
            left.remove("413");
            left.remove("415");
        }
        if (!conditional) {
            left.remove("412");
        }
        left.forEach(status -> responses.addAPIResponse(
                status, OASFactory.createAPIResponse().ref((zpa ? "zpa" : "problem") + status)));
    }

    static APIResponse answer(String meaning, Schema schema) {
        return content(meaning, JSON, schema);
    }

    static APIResponse nothing(String meaning) {
        return OASFactory.createAPIResponse().description(meaning);
    }

    /** What is too large is refused before it is looked at, with no body. */
    private static APIResponse error(String status, String meaning, String type, String schema) {
        return TOO_LARGE.contains(status)
                ? nothing(meaning)
                : content(meaning, type, ResourceSchemas.reference(schema));
    }

    private static APIResponse content(String meaning, String type, Schema schema) {
        return OASFactory.createAPIResponse()
                .description(meaning)
                .content(OASFactory.createContent()
                        .addMediaType(type, OASFactory.createMediaType().schema(schema)));
    }
}
