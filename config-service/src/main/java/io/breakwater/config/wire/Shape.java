package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource of the management API as its fields: the one place that says how it is read, merged, defaulted, written and searched.
 * Immutable.
 *
 * @param <E> the entity
 */
public final class Shape<E> {
    private static final String NAME = "name";

    private final String kind;
    private final Map<String, Field<E, ?>> fields;

    private Shape(String kind, Map<String, Field<E, ?>> fields) {
        this.kind = kind;
        this.fields = fields;
    }

    /** @param kind ZPA's name of the resource, for example {@code appConnectorGroup} */
    public static <E> Shape<E> of(String kind, List<Field<E, ?>> fields) {
        Map<String, Field<E, ?>> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return new Shape<>(kind, byName);
    }

    public String kind() {
        return kind;
    }

    /** In order. */
    public Collection<Field<E, ?>> fields() {
        return fields.values();
    }

    /** Takes a create request, with defaults for what it leaves out. */
    public void create(ObjectNode body, E target, Refusals refusals) {
        fields.values().forEach(field -> field.create(body, target, refusals));
    }

    /** Merges an update request: what it leaves out or gives as null stays, but for the fields that omission clears. */
    public void update(ObjectNode body, E target, Refusals refusals) {
        fields.values().forEach(field -> field.update(body, target, refusals));
    }

    /** The resource as clients read it; unset scalars are left out. */
    public ObjectNode write(E source) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        fields.values().forEach(field -> field.write(source, node));
        return node;
    }

    /** The same without what requests cannot set. */
    public ObjectNode writeSettable(E source) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        fields.values().stream().filter(Field::isWritable).forEach(field -> field.write(source, node));
        return node;
    }

    /** Adds the list under that key, or nothing when there is none. */
    public static <E> void putAll(ObjectNode view, String key, Shape<E> shape, List<E> objects) {
        if (objects != null && !objects.isEmpty()) {
            view.putArray(key).addAll(objects.stream().map(shape::write).toList());
        }
    }

    /** An administrator's name is its {@code username}, but clients search for {@code name}. */
    private Field<E, ?> keptAs(String attribute) {
        return fields.values().stream()
                .filter(field -> attribute.equals(field.attribute()))
                .findFirst()
                .orElseGet(() -> NAME.equals(attribute) ? named() : null);
    }

    /** What every object has, though not every resource shows it. */
    private static <E> Field<E, String> named() {
        return Field.readOnly(NAME, WireTypes.text(0), object -> null);
    }

    /** The field that a search or a sort order may name, if there is one. */
    public Optional<Field<E, ?>> searchable(String name) {
        Field<E, ?> field = fields.containsKey(name) ? fields.get(name) : keptAs(name);
        boolean known =
                field != null && field.attribute() != null && field.type().comparison() != WireType.Comparison.NONE;
        return known ? Optional.of(field) : Optional.empty();
    }
}
