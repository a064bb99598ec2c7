package io.breakwater.platform.ratelimit;

import io.breakwater.platform.problem.ProblemDocument;
import io.breakwater.platform.problem.ProblemRenderer;
import jakarta.inject.Singleton;
import java.util.Map;

/** As config-service has one for ZPA's paths. */
@Singleton
public class OtherForm implements ProblemRenderer {
    @Override
    public boolean renders(String path) {
        return path.equals("/limited/other-form");
    }

    @Override
    public Rendered render(ProblemDocument document) {
        return new Rendered(
                document.status(), "application/json;charset=utf-8", Map.of("id", document.code(), "reason", "x"));
    }
}
