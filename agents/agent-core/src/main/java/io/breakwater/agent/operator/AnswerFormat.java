package io.breakwater.agent.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.contracts.event.EventCodec;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Text unless the caller prefers JSON. Stateless. */
final class AnswerFormat {
    private static final String TEXT = "text/plain;charset=UTF-8";

    private AnswerFormat() {}

    static Response ok(HttpHeaders headers, Answer answer) {
        return with(200, headers, answer);
    }

    static Response with(int status, HttpHeaders headers, Answer answer) {
        boolean asJson = wantsJson(headers.getAcceptableMediaTypes());
        return Response.status(status)
                .entity(asJson ? json(answer.json()) : answer.text())
                .type(asJson ? MediaType.APPLICATION_JSON : TEXT)
                .build();
    }

    /** Outside of the questions' own path, where there is no REST. */
    static void write(RoutingContext call, int status, Answer answer) {
        boolean asJson = wantsJson(accepted(call.request().getHeader(HttpHeaders.ACCEPT)));
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", asJson ? MediaType.APPLICATION_JSON : TEXT)
                .end(Buffer.buffer(asJson ? json(answer.json()) : answer.text().getBytes(StandardCharsets.UTF_8)));
    }

    /** In their order; what is no media type is left out. */
    private static List<MediaType> accepted(String header) {
        return Stream.of(header == null ? new String[0] : header.split(",", 16))
                .map(one -> one.split(";", 2)[0].strip().split("/", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new MediaType(parts[0], parts[1]))
                .toList();
    }

    static Response badRequest(HttpHeaders headers, String detail) {
        return problem(headers, 400, "Bad Request", detail);
    }

    static Response problem(HttpHeaders headers, int status, String title, String detail) {
        Response.ResponseBuilder response = Response.status(status);
        return wantsJson(headers.getAcceptableMediaTypes())
                ? response.entity(
                                json(Map.of("type", "about:blank", "title", title, "status", status, "detail", detail)))
                        .type("application/problem+json")
                        .build()
                : response.entity(detail + "\n").type(TEXT).build();
    }

    private static boolean wantsJson(List<MediaType> accepted) {
        for (MediaType type : accepted) {
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
