package io.breakwater.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Reads Bean Validation's violations: the caller's field, without our method and parameter names. */
final class Violations {
    private Violations() {}

    /** Empty when it was a return value of ours that broke a rule: then the fault is not the caller's. */
    static List<FieldProblem> fields(ConstraintViolationException e) {
        if (e.getConstraintViolations() == null) {
            return List.of();
        }
        boolean ours = e.getConstraintViolations().stream().anyMatch(Violations::isOfReturnValue);
        if (ours) {
            return List.of();
        }
        return e.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(field(violation.getPropertyPath()), violation.getMessage()))
                .distinct()
                .sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::detail))
                .toList();
    }

    static String detail(List<FieldProblem> fields) {
        return fields.stream()
                .map(field -> field.field() + ": " + field.detail())
                .collect(Collectors.joining("; "));
    }

    private static boolean isOfReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String field(Path path) {
        StringBuilder inBody = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                append(inBody, node);
            }
        }
        return inBody.isEmpty() ? parameter : inBody.toString();
    }

    private static void append(StringBuilder path, Path.Node node) {
        if (node.getIndex() != null) {
            path.append('[').append(node.getIndex()).append(']');
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            path.append(path.isEmpty() ? "" : ".").append(node.getName());
        }
    }
}
