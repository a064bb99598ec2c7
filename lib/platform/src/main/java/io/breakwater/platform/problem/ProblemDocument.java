package io.breakwater.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem as RFC 9457 writes it, with our extension members {@code code}, {@code errors} and {@code incident}.
 *
 * @param incident for a server fault, the id under which the log tells the cause; else null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type, String title, int status, String code, String detail, List<FieldProblem> errors, String incident) {

    /** A caller's fault. */
    public static ProblemDocument of(Problem problem, String detail, List<FieldProblem> errors) {
        return new ProblemDocument(
                problem.type(), problem.title(), problem.status(), problem.code(), detail, errors, null);
    }

    /** Our fault: says nothing but the id under which the log tells more. */
    public static ProblemDocument ofIncident(Problem problem, String incident) {
        return new ProblemDocument(
                problem.type(), problem.title(), problem.status(), problem.code(), null, List.of(), incident);
    }
}
