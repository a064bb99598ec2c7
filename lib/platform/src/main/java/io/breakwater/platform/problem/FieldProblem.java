package io.breakwater.platform.problem;

/**
 * What is wrong with one field.
 *
 * @param field its path in the body, or the parameter's name
 * @param detail what is wrong and what would be right
 */
public record FieldProblem(String field, String detail) {}
