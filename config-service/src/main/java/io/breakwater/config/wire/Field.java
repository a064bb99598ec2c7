package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One field of a resource: its name in JSON, its attribute, and what input may do with it.
 *
 * @param attribute of the entity, for searching and sorting; null: neither
 * @param write null: ignored on input
 * @param initial value when a create request leaves it out, or null
 * @param required whether a create request must have it; an update never clears it
 * @param clearedWhenAbsent whether an update without the key clears it (zpa-api 2.11), instead of keeping it
 */
public record Field<E, T>(
        String name,
        String attribute,
        WireType<T> type,
        Function<E, T> read,
        BiConsumer<E, T> write,
        T initial,
        boolean required,
        boolean clearedWhenAbsent) {

    /** A field that clients may leave out; then it is unset. */
    public static <E, T> Field<E, T> of(String name, WireType<T> type, Function<E, T> read, BiConsumer<E, T> write) {
        return new Field<>(name, name, type, read, write, null, false, false);
    }

    /** A field that is {@code initial} when a create request leaves it out. */
    public static <E, T> Field<E, T> of(
            String name, WireType<T> type, Function<E, T> read, BiConsumer<E, T> write, T initial) {
        return new Field<>(name, name, type, read, write, initial, false, false);
    }

    /** A flag. */
    public static <E> Field<E, Boolean> flag(
            String name, Function<E, Boolean> read, BiConsumer<E, Boolean> write, boolean initial) {
        return of(name, WireTypes.flag(), read, write, initial);
    }

    /** A field that a create request must have. */
    public static <E, T> Field<E, T> required(
            String name, WireType<T> type, Function<E, T> read, BiConsumer<E, T> write) {
        return new Field<>(name, name, type, read, write, null, true, false);
    }

    /** A field that clients cannot set. */
    public static <E, T> Field<E, T> readOnly(String name, WireType<T> type, Function<E, T> read) {
        return new Field<>(name, name, type, read, null, null, false, false);
    }

    /** The same, cleared by an update that leaves it out. */
    public Field<E, T> clearedByOmission() {
        return new Field<>(name, attribute, type, read, write, initial, required, true);
    }

    /** The same, kept in an attribute of another name. */
    public Field<E, T> keptAs(String other) {
        return new Field<>(name, other, type, read, write, initial, required, clearedWhenAbsent);
    }

    /** The same, not kept in one attribute: neither searched nor sorted by. */
    public Field<E, T> derived() {
        return keptAs(null);
    }

    /** Whether requests may set it. */
    public boolean isWritable() {
        return write != null;
    }

    void create(ObjectNode body, E target, Refusals refusals) {
        if (write == null) {
            return;
        }
        JsonNode node = body.get(name);
        if (isAbsent(node)) {
            write.accept(target, initial);
            if (required && initial == null) {
                refusals.add(name, "is required");
            }
            return;
        }
        take(node, target, refusals);
    }

    void update(ObjectNode body, E target, Refusals refusals) {
        if (write == null) {
            return;
        }
        JsonNode node = body.get(name);
        if (!isAbsent(node)) {
            take(node, target, refusals);
        } else if (clearedWhenAbsent) {
            write.accept(target, null);
        }
    }

    private boolean isAbsent(JsonNode node) {
        return node == null
                || node.isNull()
                || (type.emptyMeansAbsent()
                        && node.isTextual()
                        && node.textValue().isBlank());
    }

    private void take(JsonNode node, E target, Refusals refusals) {
        try {
            T value = type.read(node);
            if (required && value instanceof String text && text.isBlank()) {
                throw new ValueRefused("must not be empty");
            }
            write.accept(target, "".equals(value) ? null : value);
        } catch (ValueRefused e) {
            refusals.add(name, e.getMessage());
        }
    }

    void write(E source, ObjectNode target) {
        T value = read.apply(source);
        if (value != null) {
            target.set(name, type.write(value));
        }
    }
}
