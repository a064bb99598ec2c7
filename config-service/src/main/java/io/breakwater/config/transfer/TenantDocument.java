package io.breakwater.config.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.PortableObject;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.wire.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The document's form. Pure. */
final class TenantDocument {
    static final String FORMAT = "breakwater.configuration/1";
    static final String MICROTENANT = "microtenant";
    private static final String FORMAT_KEY = "format";

    private TenantDocument() {}

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode().put(FORMAT_KEY, FORMAT);
    }

    /** One object; what it is linked to stands there by name. */
    static ObjectNode entry(Section section, PortableObject object, Names names) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        if (!section.tenantWide() && object.microtenantId() != TenantScope.DEFAULT_MICROTENANT) {
            names.nameOf(Section.MICROTENANTS, object.microtenantId()).ifPresent(name -> entry.put(MICROTENANT, name));
        }
        object.fields().properties().forEach(field -> {
            Section.Reference reference = section.single().get(field.getKey());
            if (reference == null) {
                entry.set(field.getKey(), field.getValue());
            } else {
                names.nameOf(reference.section(), field.getValue().asLong())
                        .ifPresent(name -> entry.put(reference.field(), name));
            }
        });
        section.lists().forEach((field, target) -> {
            ArrayNode list = entry.putArray(field);
            object.links()
                    .getOrDefault(field, List.of())
                    .forEach(id -> names.nameOf(target, id).ifPresent(list::add));
        });
        return entry;
    }

    /** @throws io.breakwater.platform.problem.ProblemException for what is no such document */
    static void check(ObjectNode document, List<Section> sections) {
        if (!FORMAT.equals(document.path(FORMAT_KEY).asText())) {
            throw Refusal.invalid(FORMAT_KEY, "must be " + FORMAT);
        }
        Set<String> known = new TreeSet<>(Section.keys(sections));
        document.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !key.equals(FORMAT_KEY) && !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw Refusal.invalid(shortened(key), "is no section; there are " + String.join(", ", known));
                });
        for (String key : known) {
            JsonNode section = document.path(key);
            if (!section.isMissingNode() && !section.isNull() && !section.isArray()) {
                throw Refusal.invalid(key, "must be a list of objects");
            }
            checkNames(key, section);
        }
    }

    private static void checkNames(String key, JsonNode section) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < section.size(); i++) {
            JsonNode name = section.get(i).path("name");
            if (!name.isTextual()) {
                throw Refusal.invalid(key + "[" + i + "].name", "is required: the object's name");
            }
            String place = place(section.get(i), key + "[" + i + "].") + "\n" + name.textValue();
            if (!names.add(place.toLowerCase(Locale.ROOT))) {
                throw Refusal.invalid(key + "[" + i + "].name", "stands in this section twice");
            }
        }
    }

    /** The name of the microtenant that an entry belongs to; none is the Default one's. */
    private static String place(JsonNode entry, String at) {
        JsonNode place = entry.path(MICROTENANT);
        if (!place.isMissingNode() && !place.isNull() && !place.isTextual()) {
            throw Refusal.invalid(at + MICROTENANT, "must be the name of a microtenant");
        }
        return place.asText("").isBlank() || place.isNull() ? Entry.DEFAULT : place.asText();
    }

    private static String shortened(String key) {
        return key.length() <= 64 ? key : key.substring(0, 64);
    }
}
