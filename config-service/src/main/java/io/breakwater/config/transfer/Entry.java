package io.breakwater.config.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.PortableObject;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.breakwater.platform.problem.FieldProblem;
import io.breakwater.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One object of a document on its way into a tenant.
 *
 * @param index in its section
 */
record Entry(Section section, int index, ObjectNode content) {
    static final String DEFAULT = "Default";

    /** Requests may give them in another form. */
    private static final Set<String> PORTS = Set.of("tcpPortRange", "udpPortRange");

    String name() {
        return content.path("name").asText();
    }

    String microtenant() {
        String name = content.path(TenantDocument.MICROTENANT).asText("");
        return name.isBlank() ? DEFAULT : name;
    }

    /** Where it belongs. */
    TenantScope scope(long customerId, Names names) {
        if (section.tenantWide() || DEFAULT.equalsIgnoreCase(microtenant())) {
            return new TenantScope(customerId, TenantScope.DEFAULT_MICROTENANT);
        }
        long id = names.referred(Section.MICROTENANTS, TenantScope.DEFAULT_MICROTENANT, microtenant())
                .orElseThrow(
                        () -> invalid(TenantDocument.MICROTENANT, "names no microtenant of the document or the tenant"))
                .id();
        return new TenantScope(customerId, id);
    }

    /** The request that it stands for: ids instead of names. */
    ObjectNode request(TenantScope scope, Names names) {
        ObjectNode request = content.deepCopy();
        request.remove(TenantDocument.MICROTENANT);
        section.single().forEach((field, reference) -> {
            JsonNode name = request.remove(reference.field());
            if (name != null && !name.isNull()) {
                request.put(field, id(reference.section(), reference.field(), name, scope, names));
            }
        });
        section.lists().forEach((field, target) -> {
            JsonNode list = request.remove(field);
            if (list != null && list.isArray()) {
                ArrayNode ids = request.putArray(field);
                list.forEach(name -> ids.addObject().put("id", id(target, field, name, scope, names)));
            } else if (list != null && !list.isNull()) {
                throw invalid(field, "must be a list of names");
            }
        });
        return request;
    }

    private String id(String target, String field, JsonNode name, TenantScope scope, Names names) {
        return names.referred(target, scope.microtenantId(), name.asText(""))
                .map(found -> Long.toString(found.id()))
                .orElseThrow(() -> invalid(field, "must name " + target + " of the document or the tenant"));
    }

    /** The keys whose values the request changes. */
    List<String> changes(PortableObject there, ObjectNode request) {
        Refusals refusals = new Refusals();
        ObjectNode wanted = section.service().portable().normalized(merged(there, request), refusals);
        refusals.throwIfAny();
        Set<String> changed = new TreeSet<>();
        Set<String> named = new TreeSet<>(PORTS);
        request.fieldNames().forEachRemaining(named::add);
        named.stream()
                .filter(key -> wanted.has(key) || there.fields().has(key))
                .filter(key -> !wanted.path(key).equals(there.fields().path(key)))
                .forEach(changed::add);
        for (Map.Entry<String, List<Long>> link : there.links().entrySet()) {
            if (request.has(link.getKey())
                    && !linked(request.get(link.getKey())).equals(new TreeSet<>(link.getValue()))) {
                changed.add(link.getKey());
            }
        }
        return List.copyOf(changed);
    }

    /** What is there with what the request says; ports that it gives as pairs replace those that are there as objects. */
    static ObjectNode merged(PortableObject there, ObjectNode request) {
        ObjectNode merged = there.fields().deepCopy();
        PORTS.stream().filter(ports -> request.has(ports + "s")).forEach(merged::remove);
        merged.setAll(request);
        return merged;
    }

    private static Set<Long> linked(JsonNode list) {
        Set<Long> ids = new TreeSet<>();
        list.forEach(entry -> ids.add(entry.path("id").asLong()));
        return ids;
    }

    /** The same refusal, saying where in the document. */
    ProblemException located(ProblemException refusal) {
        List<FieldProblem> fields = refusal.fields().stream()
                .map(field -> new FieldProblem(at(field.field()), field.detail()))
                .toList();
        String where = section.key() + "[" + index + "] (" + shortened(name()) + "): ";
        return new ProblemException(refusal.problem(), where + refusal.getMessage(), fields);
    }

    private ProblemException invalid(String field, String wanted) {
        return Refusal.invalid(field, wanted);
    }

    private String at(String field) {
        return section.key() + "[" + index + "]." + field;
    }

    private static String shortened(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }
}
