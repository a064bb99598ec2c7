package io.breakwater.drctl.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.activation.Activation;
import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Evaluator;
import io.breakwater.activation.Policy;
import io.breakwater.activation.Replay;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.TrustedKey;
import io.breakwater.activation.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Evaluates one vector and compares. Verdict and mode must be equal, and t, x and m where the vector gives them; the reason need not. */
final class VectorCheck {

    private final VectorFile file;

    VectorCheck(VectorFile file) {
        this.file = file;
    }

    /** What differs, or nothing. */
    Optional<String> failure(JsonNode vector) {
        try {
            for (List<String> pems : file.keyForms(vector.path("publicKey"))) {
                List<TrustedKey> keys =
                        pems.stream().map(TrustedKey::orUnusable).toList();
                List<String> differences = differences(evaluate(vector, keys).verdict(), vector.path("expect"));
                if (!differences.isEmpty()) {
                    return Optional.of(String.join(", ", differences));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("the vector cannot be read: " + e.getMessage());
        }
    }

    private static Evaluation evaluate(JsonNode vector, List<TrustedKey> keys) {
        if (!vector.path("rrset").isArray()
                || !vector.path("owner").isTextual()
                || !vector.path("now").isNumber()) {
            throw new IllegalArgumentException("rrset, owner and now are needed");
        }
        return Evaluator.evaluate(
                Rrset.ofLatin1(elements(vector.path("rrset")).stream()
                        .map(VectorCheck::texts)
                        .toList()),
                vector.path("owner").asText(),
                keys,
                policy(vector.path("policy")),
                state(vector.path("state"), keys),
                vector.path("now").asLong());
    }

    private static Policy policy(JsonNode policy) {
        JsonNode replay = policy.path("replay");
        return new Policy(
                policy.path("compatSignedText").asBoolean(Policy.DEFAULT.compatSignedText()),
                replay.isTextual() ? Replay.parse(replay.asText()) : Policy.DEFAULT.replay());
    }

    /** The state is told in texts: with the vector's keys, or none, these are identities. */
    private static ReplayState state(JsonNode state, List<TrustedKey> keys) {
        Map<String, Long> superseded = new HashMap<>();
        texts(state.path("retired"))
                .forEach(text -> identities(text, keys).forEach(identity -> superseded.put(identity, Long.MAX_VALUE)));
        String last = state.path("lastS").isTextual()
                ? identities(state.path("lastS").asText(), keys).get(0)
                : null;
        return new ReplayState(seconds(state.path("lastT")), last, seconds(state.path("lastX")), superseded);
    }

    private static List<String> identities(String text, List<TrustedKey> keys) {
        return keys.isEmpty()
                ? List.of(Activation.identityOfUnsigned(text))
                : keys.stream()
                        .map(key -> Activation.identityOfSigned(key.fingerprint(), text))
                        .toList();
    }

    private static List<String> differences(Verdict verdict, JsonNode expected) {
        List<String> differences = new ArrayList<>();
        Optional<Activation> activation = verdict.activation();
        compare(
                differences,
                "verdict",
                expected.path("verdict").asText(),
                verdict.name() + " (" + verdict.reason() + ")",
                verdict.name());
        String mode = activation.map(one -> one.mode().label()).orElse(null);
        compare(differences, "mode", expected.path("mode").textValue(), mode, mode);
        compareSeconds(differences, expected, "t", activation.map(Activation::t).orElse(null));
        compareSeconds(differences, expected, "x", activation.map(Activation::x).orElse(null));
        if (expected.has("m")) {
            String m = activation.map(one -> one.m().label()).orElse(null);
            compare(differences, "m", expected.path("m").textValue(), m, m);
        }
        return differences;
    }

    private static void compareSeconds(List<String> differences, JsonNode expected, String name, Long actual) {
        if (expected.has(name)) {
            compare(differences, name, seconds(expected.path(name)), actual, actual);
        }
    }

    private static void compare(List<String> differences, String what, Object expected, Object shown, Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add(what + " is " + shown + ", expected " + expected);
        }
    }

    private static Long seconds(JsonNode node) {
        return node.isNumber() ? (Long) node.asLong() : null;
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
