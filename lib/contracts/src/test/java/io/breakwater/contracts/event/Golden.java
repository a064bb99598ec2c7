package io.breakwater.contracts.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A golden file: a Kafka record as some version of the suite wrote it, which must be readable for ever. */
record Golden(String file, String key, Map<String, byte[]> headers, JsonNode value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Golden> all() {
        try (Stream<Path> files = Files.list(directory())) {
            return files.sorted().map(Golden::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Golden named(String file) {
        return read(directory().resolve(file));
    }

    static JsonNode schema(String wireName) {
        try (InputStream in = Golden.class.getResourceAsStream("/schemas/" + wireName + ".json")) {
            return JSON.readTree(Optional.ofNullable(in).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() {
        try {
            return Path.of(Golden.class.getResource("/golden").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Golden read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            Map<String, byte[]> headers = new LinkedHashMap<>();
            root.get("headers")
                    .properties()
                    .forEach(header -> headers.put(
                            header.getKey(), header.getValue().textValue().getBytes(StandardCharsets.UTF_8)));
            return new Golden(file.getFileName().toString(), root.get("key").textValue(), headers, root.get("value"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String wireName() {
        return new String(headers.get("ce_type"), StandardCharsets.UTF_8);
    }

    byte[] octets() {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
