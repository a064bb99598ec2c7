package io.breakwater.drctl.centre;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.breakwater.drctl.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code ./breakwater up} leaves in its data directory for its owner: addresses and the sample tenant's API key. */
final class LocalSuiteFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = ".breakwater";
    private static final long LARGEST = 1 << 20;

    private final JsonNode state;
    private final JsonNode tenant;

    private LocalSuiteFiles(JsonNode state, JsonNode tenant) {
        this.state = state;
        this.tenant = tenant;
    }

    /** @param directory the value of {@code BREAKWATER_DATA}; empty: {@code .breakwater} in the working directory */
    static LocalSuiteFiles in(String directory) throws CommandFailedException {
        Path data = Path.of(directory.isEmpty() ? NAME : directory);
        return new LocalSuiteFiles(read(data.resolve("suite.json")), read(data.resolve("tenant.json")));
    }

    private static JsonNode read(Path file) throws CommandFailedException {
        try {
            if (!Files.exists(file)) {
                return MissingNode.getInstance();
            }
            if (Files.size(file) > LARGEST) {
                throw new CommandFailedException("The file " + file + " is too large to be a suite's");
            }
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new CommandFailedException("The file " + file + " cannot be read: may you, and is it a suite's?", e);
        }
    }

    /** Of a service; empty when no suite runs. */
    String url(String service) {
        return state.path("processes").path(service).path("url").asText("");
    }

    /** A field of the sample tenant; empty when there is none. */
    String tenant(String field) {
        return tenant.path(field).asText("");
    }
}
