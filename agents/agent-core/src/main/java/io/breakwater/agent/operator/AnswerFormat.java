package io.breakwater.agent.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.contracts.event.EventCodec;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Text unless the caller prefers JSON. Stateless. */
final class AnswerFormat {
    private AnswerFormat() {}

    static Response ok(HttpHeaders headers, Answer answer) {
        return wantsJson(headers)
                ? Response.ok(json(answer.json()), MediaType.APPLICATION_JSON).build()
                : Response.ok(answer.text(), "text/plain;charset=UTF-8").build();
    }

    static Response badRequest(HttpHeaders headers, String detail) {
        return problem(headers, 400, "Bad Request", detail);
    }

    static Response problem(HttpHeaders headers, int status, String title, String detail) {
        Response.ResponseBuilder response = Response.status(status);
        return wantsJson(headers)
                ? response.entity(
                                json(Map.of("type", "about:blank", "title", title, "status", status, "detail", detail)))
                        .type("application/problem+json")
                        .build()
                : response.entity(detail + "\n")
                        .type("text/plain;charset=UTF-8")
                        .build();
    }

    private static boolean wantsJson(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.TEXT_PLAIN_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] json(Object value) {
        try {
            return EventCodec.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer made of records can be written", e);
        }
    }
}
