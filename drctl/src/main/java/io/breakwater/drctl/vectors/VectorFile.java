package io.breakwater.drctl.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.breakwater.drctl.CommandFailedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file of vectors: {@code {"keys": {name: {"pem": …, "pemPkcs1": …}}, "vectors": [{"id", "title", "rrset", "owner", "publicKey", "now",
 * "expect", …}]}}.
 */
final class VectorFile {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final JsonNode keys;
    private final JsonNode vectors;

    private VectorFile(JsonNode keys, JsonNode vectors) {
        this.keys = keys;
        this.vectors = vectors;
    }

    static VectorFile parse(String text) throws CommandFailedException {
        try {
            JsonNode file = JSON.readTree(text);
            if (file == null || !file.path("vectors").isArray()) {
                throw new CommandFailedException("This is no file of vectors: it has no array 'vectors'");
            }
            return new VectorFile(file.path("keys"), file.path("vectors"));
        } catch (JsonProcessingException e) {
            throw new CommandFailedException("This is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    Stream<JsonNode> vectors() {
        return StreamSupport.stream(vectors.spliterator(), false);
    }

    /** The PEM texts of a vector's keys, in every form that the file has of them: the verdict must not depend on it. */
    List<List<String>> keyForms(JsonNode publicKey) {
        if (publicKey.isNull() || publicKey.isMissingNode()) {
            return List.of(List.of());
        }
        List<String> named = publicKey.isArray()
                ? StreamSupport.stream(publicKey.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(publicKey.asText());
        List<String> plain = named.stream().map(name -> pem(name, "pem")).toList();
        List<String> pkcs1 = named.stream().map(name -> pem(name, "pemPkcs1")).toList();
        return plain.equals(pkcs1) ? List.of(plain) : List.of(plain, pkcs1);
    }

    private String pem(String name, String form) {
        if (name.contains("-----BEGIN")) {
            return name;
        }
        JsonNode key = keys.path(name);
        if (key.isTextual()) {
            return key.asText();
        }
        return Optional.ofNullable(key.path(form).textValue())
                .or(() -> Optional.ofNullable(key.path("pem").textValue()))
                .or(() -> Optional.ofNullable(key.path("pemPkcs1").textValue()))
                .orElseThrow(() -> new IllegalArgumentException("the file has no key '" + name + "'"));
    }
}
