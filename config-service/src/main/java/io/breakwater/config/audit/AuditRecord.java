package io.breakwater.config.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What an entry of the trail tells.
 *
 * @param kind of the object, in ZPA's words: {@code application}
 * @param objectId null when it is about no object
 * @param objectName null when it has none
 * @param before null when there was nothing; secrets masked
 * @param after null when there is nothing; secrets masked
 */
public record AuditRecord(
        Instant at,
        Actor actor,
        AuditAction action,
        String kind,
        String objectId,
        String objectName,
        JsonNode before,
        JsonNode after) {
    public AuditRecord {
        before = Masking.masked(before);
        after = Masking.masked(after);
    }

    /** About no change of an object. */
    public static AuditRecord of(Instant at, Actor actor, AuditAction action, String kind, String objectId) {
        return new AuditRecord(at, actor, action, kind, objectId, null, null, null);
    }

    /** The text that is hashed and kept: JSON, keys in this order, nothing that is null. */
    String content() {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("at", at.toString());
        put(content, "actor", actor.id());
        put(content, "actorRole", actor.role());
        put(content, "address", actor.address());
        content.put("action", action.name()).put("kind", kind);
        put(content, "objectId", objectId);
        put(content, "objectName", objectName);
        if (before != null) {
            content.set("before", before);
        }
        if (after != null) {
            content.set("after", after);
        }
        return content.toString();
    }

    private static void put(ObjectNode content, String key, String value) {
        if (value != null) {
            content.put(key, value);
        }
    }
}
