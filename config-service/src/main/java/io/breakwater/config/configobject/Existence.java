package io.breakwater.config.configobject;

import io.breakwater.config.sql.Statements;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

/** Nothing in a tenant or microtenant that does not exist is not the same as nothing. Stateless. */
public final class Existence {
    private static final String THERE = "select id from microtenant where customer_id = $1 and id = $2";

    private Existence() {}

    /** Fails with {@link Problem#NOT_FOUND}. */
    public static Uni<Void> require(Statements statements, ObjectScope scope) {
        return statements
                .rows(THERE, scope.customerId(), scope.microtenantId())
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw new ProblemException(Problem.NOT_FOUND, "There is no such customer or microtenant.");
                    }
                })
                .replaceWithVoid();
    }
}
