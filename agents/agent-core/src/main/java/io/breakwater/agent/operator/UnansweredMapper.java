package io.breakwater.agent.operator;

import io.breakwater.agent.words.Words;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says in words what is no answer: an unknown question with the list of those there are, another method, and what went wrong here. */
@Provider
public class UnansweredMapper implements ExceptionMapper<Exception> {
    private static final Logger LOG = Logger.getLogger(UnansweredMapper.class);

    @ConfigProperty(name = "quarkus.rest.path")
    String product;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Exception failure) {
        if (failure instanceof NotFoundException) {
            Answer questions = Questions.answer(product, "No such question. This agent answers:");
            return AnswerFormat.with(404, headers, questions);
        }
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            Response response = refused.getResponse();
            return response.getStatus() == 405
                    ? Response.fromResponse(AnswerFormat.problem(
                                    headers, 405, "Method Not Allowed", "only GET is answered here"))
                            .header("Allow", "GET, HEAD, OPTIONS")
                            .build()
                    : AnswerFormat.problem(
                            headers,
                            response.getStatus(),
                            response.getStatusInfo().getReasonPhrase(),
                            response.getStatusInfo().getReasonPhrase());
        }
        LOG.debug("a question could not be answered", failure);
        return AnswerFormat.problem(
                headers, 500, "Internal Server Error", "it cannot be told now: " + Words.of(failure));
    }
}
