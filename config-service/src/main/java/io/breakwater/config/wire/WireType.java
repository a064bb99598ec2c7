package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How one kind of value stands in JSON and in a search. Stateless.
 *
 * @param <T> in Java
 */
public interface WireType<T> {
    /** @throws ValueRefused saying what is wanted; the node is neither null nor JSON null */
    T read(JsonNode node);

    JsonNode write(T value);

    /** The value of a column that keeps it, as the PostgreSQL client gives it. */
    @SuppressWarnings("unchecked")
    default T ofColumn(Object column) {
        return (T) column;
    }

    /** Whether a text that a client sends for "nothing" ({@code ""}) stands for an absent value. */
    default boolean emptyMeansAbsent() {
        return true;
    }

    /** What a search may do with it. */
    default Comparison comparison() {
        return Comparison.TEXT;
    }

    /** How it looks in JSON. */
    default ValueForm form() {
        return ValueForm.text(0);
    }

    /** A whole text that a search names, in the form that values of this kind have. */
    default String searched(String text) {
        return text;
    }

    /** The value that a search names. @throws ValueRefused saying what is wanted */
    T parse(String text);

    /** How values compare in a search. */
    enum Comparison {
        /** Ignoring case, with contains, starts with and ends with. */
        TEXT,
        /** By size. */
        ORDERED,
        /** Equal or not. */
        EXACT,
        /** Not at all: lists. */
        NONE
    }
}
