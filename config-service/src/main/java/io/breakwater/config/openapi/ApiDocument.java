package io.breakwater.config.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Completes the document that was made of the resources' annotations. Runs once, at the start. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public final class ApiDocument implements OASFilter {
    /** Java types that say nothing of the JSON that they carry. */
    private static final Set<String> MEANINGLESS =
            Set.of("ArrayNode", "EnvelopeObjectNode", "JsonNodeFactory", "JsonNodeType", "ObjectNode");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        ResourceSchemas.addTo(components);
        Responses.addTo(components);
        MEANINGLESS.forEach(components::removeSchema);
        if (components.getSchemas().containsKey("JsonNode")) {
            components.addSchema("JsonNode", OASFactory.createSchema().description("Any JSON."));
        }
        components.getSchemas().values().forEach(ApiDocument::removeForeignPatterns);
        Operations operations = new Operations(components);
        document.getPaths().getPathItems().forEach(operations::complete);
        document.paths(sorted(document.getPaths()));
        document.tags(operations.tags().stream()
                .map(name -> OASFactory.createObject(Tag.class).name(name))
                .toList());
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        document.servers(List.of(OASFactory.createServer().url("/")));
    }

    /** Java's regular expressions know classes of characters that ECMA-262's do not. */
    private static void removeForeignPatterns(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> property.getPattern() != null
                            && property.getPattern().contains("\\p{"))
                    .forEach(property -> property.setPattern(null));
        }
    }

    private static Paths sorted(Paths paths) {
        Paths sorted = OASFactory.createPaths();
        paths.getPathItems().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, PathItem>::getKey))
                .forEach(path -> sorted.addPathItem(path.getKey(), path.getValue()));
        return sorted;
    }
}
