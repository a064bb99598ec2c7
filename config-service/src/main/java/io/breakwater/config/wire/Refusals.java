package io.breakwater.config.wire;

import io.breakwater.platform.problem.FieldProblem;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a request, field by field, so that one answer names it all. Used by one request at a time. */
public final class Refusals {
    private final Map<String, String> byField = new LinkedHashMap<>();

    /** Only the first thing that is wrong with a field is told. */
    public void add(String field, String wanted) {
        byField.putIfAbsent(field, wanted);
    }

    public void addWhen(boolean wrong, String field, String wanted) {
        if (wrong) {
            add(field, wanted);
        }
    }

    /** The field was given in another form after all. */
    public void withdraw(String field) {
        byField.remove(field);
    }

    /** @throws ProblemException when anything is wrong */
    public void throwIfAny() {
        if (!byField.isEmpty()) {
            throw problem();
        }
    }

    ProblemException problem() {
        StringBuilder reason = new StringBuilder("One or more input fields are not valid.");
        byField.forEach((field, wanted) ->
                reason.append(' ').append(field).append(' ').append(wanted).append('.'));
        List<FieldProblem> fields = byField.entrySet().stream()
                .map(entry -> new FieldProblem(entry.getKey(), entry.getValue()))
                .toList();
        return new ProblemException(Problem.INVALID_FIELD, reason.toString(), fields);
    }
}
