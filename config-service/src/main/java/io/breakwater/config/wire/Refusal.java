package io.breakwater.config.wire;

import io.breakwater.platform.problem.FieldProblem;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import java.util.List;

/** The refusals that most resources share. A message names what is wrong and the fix, never a secret. */
public final class Refusal {
    private Refusal() {}

    /** An unknown id, one that is no id, and one of another tenant: all the same (I8). */
    public static ProblemException notFound(String id) {
        return new ProblemException(
                Problem.NOT_FOUND,
                "No resource exists with the given id/name.",
                List.of(new FieldProblem(shortened(id), "does not exist")));
    }

    /** An object of another microtenant that is only shared with the caller's. */
    public static ProblemException sharedOnly(String kind) {
        return new ProblemException(
                Problem.FORBIDDEN,
                "This " + kind + " is only shared with this microtenant; change it in the one that it belongs to.");
    }

    /** @param wanted goes on after the field's name: {@code must be ...} */
    public static ProblemException invalid(String field, String wanted) {
        Refusals refusals = new Refusals();
        refusals.add(field, wanted);
        return refusals.problem();
    }

    /** @param user name of the object that uses it */
    public static ProblemException referenced(String userKind, String user) {
        return new ProblemException(
                Problem.STILL_REFERENCED,
                "It is in use by " + userKind + " " + user + "; take it out there first.",
                List.of(new FieldProblem(userKind, "uses it"), new FieldProblem(user, "uses it")));
    }

    private static String shortened(String id) {
        return id.length() <= 64 ? id : id.substring(0, 64);
    }
}
