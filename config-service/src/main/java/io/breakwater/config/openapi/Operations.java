package io.breakwater.config.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Completes operations: id, tag, parameters of the path, bodies, statuses. */
final class Operations {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, List<String>> WORDS = Map.of(
            "associationType",
            List.of("CONNECTOR_GRP", "SERVICE_EDGE_GRP", "NP_ASSISTANT_GRP", "SITE_CONTROLLER_GRP"),
            "associationtype",
            List.of("SEARCH_SUFFIX"));
    private static final String JSON = "application/json";

    private final Components components;
    private final SortedSet<String> tags = new TreeSet<>();

    Operations(Components components) {
        this.components = components;
    }

    SortedSet<String> tags() {
        return tags;
    }

    void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> complete(new Place(path, method), operation));
        item.setParameters(pathParameters(path));
    }

    /** Where an operation stands. */
    private record Place(String path, HttpMethod method) {
        boolean isZpa() {
            return path.startsWith("/mgmtconfig/") || path.equals("/signin") || path.startsWith("/oauth2/");
        }

        /** What comes after the tenant's id, or the whole path. */
        List<String> segments() {
            String rest = path.replaceFirst("^.*/customers/\\{customerId}", "").replaceFirst("^/v2/", "/");
            String own = rest.isEmpty() ? "/customers" : rest;
            return Arrays.stream(own.split("/")).filter(part -> !part.isEmpty()).toList();
        }
    }

    private void complete(Place place, Operation operation) {
        MethodOf method = MethodOf.named(operation.getOperationId());
        operation.setOperationId(method.operationId());
        String tag = tag(place);
        tags.add(tag);
        operation.setTags(List.of(tag));
        if (method.open()) {
            operation.setSecurity(List.of());
        }
        removePathParameters(operation);
        request(place, method, operation);
        APIResponses responses = successes(place, method, operation.getResponses());
        boolean conditional = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
        Responses.addErrors(responses, place.isZpa(), operation.getRequestBody() != null, conditional);
        operation.setResponses(responses);
    }

    private static String tag(Place place) {
        return kind(place)
                .orElseGet(() -> place.segments().stream()
                        .filter(part -> !part.startsWith("{") && !part.matches("api|v1|oauth2|mgmtconfig|admin"))
                        .findFirst()
                        .orElse("service"));
    }

    /** The resource that the path is about: the last segment that names one. */
    private static Optional<String> kind(Place place) {
        return place.segments().stream()
                .flatMap(part -> ResourceSchemas.ofPath(part).stream())
                .reduce((first, second) -> second);
    }

    private static void removePathParameters(Operation operation) {
        if (operation.getParameters() != null) {
            List<Parameter> others = new ArrayList<>(operation.getParameters());
            others.removeIf(parameter -> parameter.getIn() == Parameter.In.PATH);
            operation.setParameters(others);
        }
    }

    private static List<Parameter> pathParameters(String path) {
        List<Parameter> parameters = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(path);
        while (matcher.find()) {
            String name = matcher.group(1);
            String before = path.substring(0, matcher.start()).replaceFirst("/$", "");
            parameters.add(OASFactory.createParameter()
                    .name(name)
                    .in(Parameter.In.PATH)
                    .required(true)
                    .schema(variable(name, before.substring(before.lastIndexOf('/') + 1))));
        }
        return parameters.isEmpty() ? null : parameters;
    }

    private static Schema variable(String name, String before) {
        return switch (name) {
            case "type" -> ValueSchemas.words(WORDS.get(before));
            case "kind" -> ValueSchemas.text();
            default -> ValueSchemas.id();
        };
    }

    private void request(Place place, MethodOf method, Operation operation) {
        boolean untyped = operation.getRequestBody() != null
                && operation.getRequestBody().getContent() != null
                && operation.getRequestBody().getContent().getMediaTypes().containsKey("application/octet-stream");
        if (!untyped) {
            return;
        }
        String schema = OperationBodies.request(method.name())
                .or(() -> kind(place)
                        .map(kind -> place.method() == HttpMethod.POST
                                ? ResourceSchemas.create(kind)
                                : ResourceSchemas.update(kind)))
                .orElseThrow(() -> new IllegalStateException(method.name() + " has a request without a schema"));
        operation.setRequestBody(OASFactory.createRequestBody()
                .content(OASFactory.createContent()
                        .addMediaType(JSON, OASFactory.createMediaType().schema(known(schema)))));
    }

    private APIResponses successes(Place place, MethodOf method, APIResponses declared) {
        APIResponses responses = OASFactory.createAPIResponses();
        declared.getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .ifPresent(success -> {
                    String status = method.status().orElse(success.getKey());
                    if (method.returnsTree()) {
                        responses.addAPIResponse(status, Responses.answer("Done.", answer(place, method)));
                    } else {
                        boolean empty = success.getValue().getContent() == null;
                        responses.addAPIResponse(
                                status,
                                empty
                                        ? Responses.nothing("Done.")
                                        : success.getValue().description("Done."));
                    }
                });
        return responses;
    }

    private Schema answer(Place place, MethodOf method) {
        Optional<String> named = OperationBodies.answer(method.name());
        if (named.isPresent()) {
            return named.get().endsWith("List") && !components.getSchemas().containsKey(named.get())
                    ? list(named.get().substring(0, named.get().length() - "List".length()))
                    : known(named.get());
        }
        if (method.method().equals("summary")) {
            return list("named");
        }
        String kind = kind(place)
                .orElseThrow(() -> new IllegalStateException(method.name() + " has an answer without a schema"));
        return method.returnsList() ? list(kind) : known(kind);
    }

    /** The management API's list (zpa-api 2.3). */
    private Schema list(String kind) {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("totalPages", "totalCount", "list"))
                .addProperty("totalPages", ValueSchemas.text())
                .addProperty("totalCount", ValueSchemas.text())
                .addProperty(
                        "list",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(known(kind)));
    }

    private Schema known(String schema) {
        if (!components.getSchemas().containsKey(schema)) {
            throw new IllegalStateException("there is no schema " + schema);
        }
        return ResourceSchemas.reference(schema);
    }
}
