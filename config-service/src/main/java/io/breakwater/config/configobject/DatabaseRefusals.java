package io.breakwater.config.configobject;

import io.breakwater.config.wire.Refusal;
import io.breakwater.platform.problem.FieldProblem;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.vertx.pgclient.PgException;
import java.util.List;

/** What the database refuses, as refusals of the request: it alone decides what is unique and what is still referred to. Pure. */
public final class DatabaseRefusals {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private DatabaseRefusals() {}

    /** The failure itself when it is none of the caller's doing. */
    public static Throwable translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused) {
                return translate(refused, failure);
            }
        }
        return failure;
    }

    private static Throwable translate(PgException refused, Throwable failure) {
        if (UNIQUE_VIOLATION.equals(refused.getSqlState())
                && refused.getConstraint().endsWith("_name")) {
            return new ProblemException(
                    Problem.DUPLICATE_NAME,
                    "An object of this kind has that name already; choose another one.",
                    List.of(new FieldProblem("name", "is used already")));
        }
        if (FOREIGN_KEY_VIOLATION.equals(refused.getSqlState())) {
            return Refusal.referenced(refused.getTable(), "another object");
        }
        return failure;
    }
}
