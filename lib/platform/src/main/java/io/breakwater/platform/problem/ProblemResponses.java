package io.breakwater.platform.problem;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes the response of a problem in the shape of its path. Stateless. */
@Singleton
public class ProblemResponses {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemResponses.class);

    private static final int MAX_DEPTH = 16;

    private final List<ProblemRenderer> renderers;

    ProblemResponses(@All List<ProblemRenderer> renderers) {
        this.renderers = renderers;
    }

    /** The response of a caller's fault. */
    public Response of(String path, Problem problem, String detail, List<FieldProblem> fields) {
        return render(path, ProblemDocument.of(problem, detail, fields), Map.of());
    }

    /** The response of a caller's fault, with headers that the status asks for, for example {@code Allow}. */
    public Response of(String path, Problem problem, String detail, Map<String, String> headers) {
        return render(path, ProblemDocument.of(problem, detail, List.of()), headers);
    }

    /** The answer to a caller's fault for one who writes it without Jakarta REST. */
    public ProblemRenderer.Rendered rendered(String path, Problem problem, String detail) {
        return rendered(path, ProblemDocument.of(problem, detail, List.of()));
    }

    /** Logs the cause under a new incident id; the response tells only that id. */
    public Response ofFault(String path, Problem problem, Throwable cause) {
        String incident = UUID.randomUUID().toString();
        if (problem == Problem.UNAVAILABLE) {
            LOG.warnf("Incident %s: a request cannot be answered now: %s", incident, root(cause));
            return render(
                    path,
                    ProblemDocument.ofIncident(problem, incident),
                    Map.of(HttpHeaders.RETRY_AFTER, retryAfter(path)));
        }
        LOG.errorf(cause, "Incident %s: a request failed with %s", incident, problem.slug());
        return render(path, ProblemDocument.ofIncident(problem, incident), Map.of());
    }

    /** {@code Retry-After} of an answer of that path that may soon be another one. */
    String retryAfter(String path) {
        return renderer(path).map(ProblemRenderer::retryAfter).orElse("1");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < MAX_DEPTH; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private Response render(String path, ProblemDocument document, Map<String, String> headers) {
        ProblemRenderer.Rendered rendered = rendered(path, document);
        Response.ResponseBuilder response =
                Response.status(rendered.status()).type(rendered.contentType()).entity(rendered.body());
        headers.forEach(response::header);
        return response.build();
    }

    private ProblemRenderer.Rendered rendered(String path, ProblemDocument document) {
        return renderer(path)
                .map(renderer -> renderer.render(document))
                .orElseGet(() -> new ProblemRenderer.Rendered(document.status(), MEDIA_TYPE, document));
    }

    private Optional<ProblemRenderer> renderer(String path) {
        return renderers.stream().filter(renderer -> renderer.renders(path)).findFirst();
    }
}
