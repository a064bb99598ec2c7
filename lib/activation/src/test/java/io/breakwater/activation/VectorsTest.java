package io.breakwater.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@DisplayName("I1: every vector of the specification gives its verdict")
class VectorsTest {

    @TestFactory
    Stream<DynamicTest> givesTheVerdictOfTheVector() throws IOException {
        JsonNode file = read();
        return StreamSupport.stream(file.path("vectors").spliterator(), false)
                .map(vector -> dynamicTest(
                        vector.path("id").asText() + " " + vector.path("title").asText(), () -> check(file, vector)));
    }

    private static void check(JsonNode file, JsonNode vector) {
        JsonNode expected = vector.path("expect");
        for (String form : List.of("pem", "pemPkcs1")) {
            Verdict verdict = evaluate(file, vector, form).verdict();
            assertThat(verdict.name()).isEqualTo(expected.path("verdict").asText());
            assertThat(verdict.reason())
                    .isEqualTo(Reason.valueOf(expected.path("reason").asText()));
            assertThat(verdict.activation().map(one -> one.mode().label()).orElse(null))
                    .isEqualTo(expected.path("mode").textValue());
            verdict.activation().ifPresent(one -> {
                assertThat(one.t()).isEqualTo(seconds(expected.path("t")));
                assertThat(one.x()).isEqualTo(seconds(expected.path("x")));
                assertThat(one.m().label()).isEqualTo(expected.path("m").asText("none"));
            });
        }
    }

    private static Evaluation evaluate(JsonNode file, JsonNode vector, String form) {
        List<List<String>> rrset = new ArrayList<>();
        vector.path("rrset").forEach(record -> rrset.add(texts(record)));
        JsonNode key = file.path("keys").path(vector.path("publicKey").asText());
        List<TrustedKey> keys = vector.path("publicKey").isNull()
                ? List.of()
                : List.of(TrustedKey.orUnusable(
                        key.path(form).asText(key.path("pem").asText())));
        return Evaluator.evaluate(
                Rrset.ofLatin1(rrset),
                vector.path("owner").asText(),
                keys,
                Policy.DEFAULT,
                state(vector.path("state"), keys),
                vector.path("now").asLong());
    }

    private static ReplayState state(JsonNode state, List<TrustedKey> keys) {
        if (!state.has("lastS")) {
            return ReplayState.EMPTY;
        }
        String fingerprint = keys.get(0).fingerprint();
        Map<String, Long> superseded = new HashMap<>();
        texts(state.path("retired"))
                .forEach(text -> superseded.put(Activation.identityOfSigned(fingerprint, text), Long.MAX_VALUE));
        return new ReplayState(
                seconds(state.path("lastT")),
                Activation.identityOfSigned(fingerprint, state.path("lastS").asText()),
                null,
                superseded);
    }

    private static Long seconds(JsonNode node) {
        return node.isNumber() ? node.asLong() : null;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode read() throws IOException {
        try (InputStream file = VectorsTest.class.getResourceAsStream("/activation-vectors.json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
