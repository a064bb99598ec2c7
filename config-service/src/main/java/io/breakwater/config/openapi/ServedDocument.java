package io.breakwater.config.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The document that the management port has too, for those who look at the service itself. Safe for threads. */
@Singleton
class ServedDocument {
    private static final String DEFAULT = "<default>";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final OpenApiDocumentService documents;
    private final ObjectMapper json;
    private final String version;
    private volatile ObjectNode contents;

    ServedDocument(
            OpenApiDocumentService documents,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.documents = documents;
        this.json = json;
        this.version = version;
    }

    String yaml() {
        return new String(documents.getDocument(DEFAULT, Format.YAML), StandardCharsets.UTF_8);
    }

    private byte[] json() {
        return documents.getDocument(DEFAULT, Format.JSON);
    }

    /** What the service answers: each path with its methods. Made once. */
    ObjectNode contents() {
        ObjectNode known = contents;
        if (known == null) {
            known = read();
            contents = known;
        }
        return known;
    }

    private ObjectNode read() {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("service", "config-service")
                .put("version", version)
                .put("openapi", "/openapi")
                .put("openapiJson", "/openapi.json");
        ObjectNode paths = view.putObject("paths");
        document().path("paths").properties().forEach(path -> {
            ArrayNode methods = paths.putArray(path.getKey());
            path.getValue().fieldNames().forEachRemaining(name -> {
                if (METHODS.contains(name)) {
                    methods.add(name.toUpperCase(Locale.ROOT));
                }
            });
        });
        return view;
    }

    JsonNode document() {
        try {
            return json.readTree(json());
        } catch (IOException e) {
            throw new UncheckedIOException("the API's document is not JSON", e);
        }
    }
}
