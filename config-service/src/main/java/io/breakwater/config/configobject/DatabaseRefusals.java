package io.breakwater.config.configobject;

import io.breakwater.config.wire.Refusal;
import io.breakwater.platform.problem.FieldProblem;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/** What the database refuses, as refusals of the request: it alone decides what is unique and what is still referred to. Pure. */
public final class DatabaseRefusals {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String UNIQUE_NAME = "_name";
    private static final String DOMAIN = "uq_microtenant_domain";

    private DatabaseRefusals() {}

    /** The failure itself when it is none of the caller's doing. */
    public static Throwable translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException refused) {
                return translate(refused, failure);
            }
        }
        return failure;
    }

    private static Throwable translate(ConstraintViolationException refused, Throwable failure) {
        String constraint = refused.getConstraintName();
        if (UNIQUE_VIOLATION.equals(refused.getSQLState()) && constraint != null && constraint.endsWith(UNIQUE_NAME)) {
            return new ProblemException(
                    Problem.DUPLICATE_NAME,
                    "An object of this kind has that name already; choose another one.",
                    List.of(new FieldProblem("name", "is used already")));
        }
        if (UNIQUE_VIOLATION.equals(refused.getSQLState()) && DOMAIN.equals(constraint)) {
            return new ProblemException(
                    Problem.DOMAIN_TAKEN,
                    "One of the domains selects another microtenant already.",
                    List.of(new FieldProblem("criteriaAttributeValues", "is used already")));
        }
        if (FOREIGN_KEY_VIOLATION.equals(refused.getSQLState())) {
            return Refusal.referenced("object", "another object");
        }
        return failure;
    }
}
