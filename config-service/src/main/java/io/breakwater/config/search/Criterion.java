package io.breakwater.config.search;

/** One comparison of a search: {@code name EQ Boston}. */
public record Criterion(String field, Operator operator, String value) {}
