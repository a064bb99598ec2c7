package io.breakwater.config.wire;

import io.breakwater.platform.problem.FieldProblem;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemDocument;
import io.breakwater.platform.problem.ProblemRenderer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Problems in ZPA's form on ZPA's paths. Never 409, and never one of the ids that its Go client takes for a reason to repeat the call
 * for minutes (zpa-api 2.9). Stateless.
 */
@Singleton
public final class ZpaErrorRenderer implements ProblemRenderer {
    private static final String CONTENT_TYPE = "application/json;charset=utf-8";

    private static final Map<String, String> IDS = Map.of(
            Problem.INVALID_FIELD.code(), "invalid.resource.argument",
            Problem.MALFORMED_JSON.code(), "invalid.resource.argument",
            Problem.INVALID_REQUEST.code(), "invalid.resource.argument",
            Problem.DUPLICATE_NAME.code(), "duplicate.resource.name",
            Problem.STILL_REFERENCED.code(), "resource.referenced",
            Problem.UNAUTHENTICATED.code(), "access.denied",
            Problem.INVALID_CLIENT.code(), "access.denied",
            Problem.FORBIDDEN.code(), "access.denied",
            Problem.TOO_MANY_REQUESTS.code(), "invalid.toomanyrequests",
            Problem.UNAVAILABLE.code(), "retryable.server.error");

    @Override
    public boolean renders(String path) {
        return path.startsWith("/mgmtconfig/")
                || path.startsWith("/zpa/mgmtconfig/")
                || path.equals("/signin")
                || path.equals("/signout")
                || path.startsWith("/oauth2/");
    }

    /** With the letter behind the number, as ZPA writes it (zpa-api 2.9). */
    @Override
    public String retryAfter() {
        return "10s";
    }

    @Override
    public Rendered render(ProblemDocument problem) {
        String id = IDS.getOrDefault(problem.code(), problem.code());
        String reason = problem.detail() == null ? problem.title() + incident(problem) : problem.detail();
        List<String> params = problem.errors().stream().map(FieldProblem::field).toList();
        ZpaError body = new ZpaError(id, reason, params, problem.status() == 429 ? id : null);
        return new Rendered(problem.status() == 409 ? 400 : problem.status(), CONTENT_TYPE, body);
    }

    private static String incident(ProblemDocument problem) {
        return problem.incident() == null ? "" : ", incident " + problem.incident();
    }
}
