package io.breakwater.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.breakwater.platform.events.FailureSorter;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What goes wrong in a request, sorted into the catalogue. */
public class ProblemMappers {
    private static final Map<String, String> CHALLENGE = Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    private static final String NO_TOKEN =
            "Send the header Authorization: Bearer <token> with a token that is valid now.";

    private final ProblemResponses responses;
    private final FailureSorter failures;

    public ProblemMappers(ProblemResponses responses, FailureSorter failures) {
        this.responses = responses;
        this.failures = failures;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException e, UriInfo uri) {
        if (e.problem().isServerFault()) {
            return responses.ofFault(uri.getRequestUri().getPath(), e.problem(), e);
        }
        return responses.of(uri.getRequestUri().getPath(), e.problem(), e.getMessage(), e.fields());
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e, UriInfo uri) {
        return malformed(e, uri);
    }

    /** Quarkus has a mapper of its own for this class, which answers without a body. */
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e, UriInfo uri) {
        return malformed(e, uri);
    }

    @ServerExceptionMapper
    public Response violation(ConstraintViolationException e, UriInfo uri) {
        List<FieldProblem> fields = Violations.fields(e);
        if (fields.isEmpty()) {
            return responses.ofFault(uri.getRequestUri().getPath(), Problem.INTERNAL, e);
        }
        return responses.of(uri.getRequestUri().getPath(), Problem.INVALID_FIELD, Violations.detail(fields), fields);
    }

    @ServerExceptionMapper
    public Response validation(ValidationException e, UriInfo uri) {
        return responses.ofFault(uri.getRequestUri().getPath(), Problem.INTERNAL, e);
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException e, UriInfo uri) {
        return challenge(uri);
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException e, UriInfo uri) {
        return challenge(uri);
    }

    private Response challenge(UriInfo uri) {
        return responses.of(uri.getRequestUri().getPath(), Problem.UNAUTHENTICATED, NO_TOKEN, CHALLENGE);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, UriInfo uri) {
        return responses.of(
                uri.getRequestUri().getPath(),
                Problem.FORBIDDEN,
                "The token's role does not allow this; use one with the role that this path needs.",
                Map.of());
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json, uri);
        }
        String path = uri.getRequestUri().getPath();
        Problem problem = Problem.ofStatus(e.getResponse().getStatus());
        if (problem.isServerFault()) {
            return responses.ofFault(path, problem, e);
        }
        if (e.getResponse().getStatus() < 400) {
            return e.getResponse();
        }
        if (e instanceof NotAllowedException notAllowed) {
            Set<String> told = notAllowed.getResponse().getAllowedMethods();
            String allow = String.join(", ", told.isEmpty() ? AllowedMethods.here() : told);
            return responses.of(path, problem, "Allowed here: " + allow + ".", Map.of(HttpHeaders.ALLOW, allow));
        }
        return responses.of(path, problem, WebDetails.of(problem), List.of());
    }

    @ServerExceptionMapper
    public Response anything(Throwable e, UriInfo uri) {
        Problem problem = failures.isOutage(e) ? Problem.UNAVAILABLE : Problem.INTERNAL;
        return responses.ofFault(uri.getRequestUri().getPath(), problem, e);
    }

    private Response malformed(JsonProcessingException e, UriInfo uri) {
        List<FieldProblem> fields = JsonFaults.fields(e);
        Problem problem = fields.isEmpty() ? Problem.MALFORMED_JSON : Problem.INVALID_FIELD;
        return responses.of(uri.getRequestUri().getPath(), problem, JsonFaults.detail(e), fields);
    }
}
