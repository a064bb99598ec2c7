package io.breakwater.config.search;

import io.breakwater.config.wire.WireType;

/**
 * A field that is in no column of its own, but that the database can work out.
 *
 * @param expression over the entity with the alias {@code e}; in our own words, never a client's
 */
public record Computed(WireType<?> type, String expression) {}
