package io.breakwater.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads Jackson's complaints: which field, what was expected, where. Never repeats Jackson's message, which names classes. */
final class JsonFaults {
    private JsonFaults() {}

    /** The field at fault, or nothing when the text as a whole is not JSON. */
    static List<FieldProblem> fields(JsonProcessingException e) {
        String path = path(e);
        return path.isEmpty() ? List.of() : List.of(new FieldProblem(path, "Expected " + expected(e) + "."));
    }

    static String detail(JsonProcessingException e) {
        String path = path(e);
        if (!path.isEmpty()) {
            return "The field " + path + " does not hold what is expected: " + expected(e) + ".";
        }
        return e instanceof MismatchedInputException
                ? "The body is empty or not " + expected(e) + "."
                : "The body is not valid JSON" + place(e) + ".";
    }

    private static String path(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : mapping.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String expected(JsonProcessingException e) {
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "one of "
                    + Arrays.stream(format.getTargetType().getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        Class<?> type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return type == null ? "another kind of value" : kind(type);
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "a list";
        }
        return switch (type.getSimpleName()) {
            case "Duration" -> "an ISO 8601 duration such as PT10M";
            case "Instant" -> "an ISO 8601 time such as 2026-11-20T09:15:02Z";
            case "UUID" -> "a UUID";
            default -> "an object";
        };
    }
}
