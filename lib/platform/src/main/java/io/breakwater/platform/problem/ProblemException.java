package io.breakwater.platform.problem;

import java.util.List;

/** A use case ends with that problem. The detail is shown to the caller: it names the fix and holds no secret. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<FieldProblem> fields;

    public ProblemException(Problem problem, String detail) {
        this(problem, detail, List.of());
    }

    public ProblemException(Problem problem, String detail, List<FieldProblem> fields) {
        super(detail);
        this.problem = problem;
        this.fields = List.copyOf(fields);
    }

    /** One field is not valid. */
    public static ProblemException field(String field, String detail) {
        return new ProblemException(Problem.INVALID_FIELD, detail, List.of(new FieldProblem(field, detail)));
    }

    /** There is no such thing, or not for this caller: the two look the same. */
    public static ProblemException notFound(String what) {
        return new ProblemException(Problem.NOT_FOUND, "There is no such " + what + ".");
    }

    public Problem problem() {
        return problem;
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
