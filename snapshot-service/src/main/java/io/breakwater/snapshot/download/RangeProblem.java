package io.breakwater.snapshot.download;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemResponses;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers 416 with the size that there is (RFC 9110, section 15.5.17). */
public class RangeProblem {
    private final ProblemResponses responses;

    public RangeProblem(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    public Response map(RangeNotSatisfiableException failure, UriInfo uri) {
        return responses.of(
                uri.getRequestUri().getPath(),
                Problem.RANGE_NOT_SATISFIABLE,
                "The file has " + failure.size() + " octets.",
                Map.of("Content-Range", "bytes */" + failure.size()));
    }
}
