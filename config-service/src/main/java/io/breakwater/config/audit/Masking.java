package io.breakwater.config.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/** Keeps secrets out of the trail: that one changed is told, not which. Pure. */
final class Masking {
    static final String MASK = "********";

    private static final Set<String> SECRET = Set.of(
            "password",
            "tmpPassword",
            "clientSecret",
            "provisioningKey",
            "privateKey",
            "zrsaencryptedprivatekey",
            "sitespCAPrivateKey",
            "sitespPrivateKey",
            "sitespEncryptionPrivateKey",
            "sitespSigningPrivateKey");

    private Masking() {}

    /** A copy with every secret masked, at any depth; null stays null. */
    static JsonNode masked(JsonNode node) {
        if (node == null) {
            return null;
        }
        JsonNode copy = node.deepCopy();
        mask(copy);
        return copy;
    }

    private static void mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                if (SECRET.contains(name) && !object.get(name).isContainerNode()) {
                    object.set(name, TextNode.valueOf(MASK));
                }
            });
        }
        node.forEach(Masking::mask);
    }
}
