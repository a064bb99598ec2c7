package io.breakwater.agent.centre;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.agent.centre.CentreFailure.Kind;
import io.breakwater.agent.centre.CentreHttp.Answer;
import io.breakwater.contracts.event.EventCodec;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** config-service, as far as agents call it: enrolment, token, renewal. Safe for threads. */
public final class ConfigServiceClient {
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final CentreHttp http;
    private final Optional<URI> base;
    private final Duration timeout;

    /** @param base config-service's address; empty: every call fails as unreachable */
    public ConfigServiceClient(CentreHttp http, Optional<URI> base, Duration timeout) {
        this.http = http;
        this.base = base;
        this.timeout = timeout;
    }

    /** An access token and how long it holds. */
    public record Token(String value, Duration lifetime) {
        @Override
        public String toString() {
            return "Token[" + lifetime + "]";
        }
    }

    public EnrolmentAnswer enrol(EnrolmentRequest request) throws CentreFailure {
        Answer answer = http.call(json("/api/v1/enrollment", Map.of(), request), timeout);
        EnrolmentAnswer enrolled = read(answer, EnrolmentAnswer.class);
        if (enrolled.agentId() == null || enrolled.customerId() == null || enrolled.groupId() == null) {
            throw new CentreFailure(Kind.UNREADABLE, "config-service's enrolment answer lacks an id");
        }
        return enrolled;
    }

    /** Trades an assertion signed with the agent's key for a token (RFC 7523). */
    public Token token(String assertion) throws CentreFailure {
        String form = "client_assertion_type=" + URLEncoder.encode(ASSERTION_TYPE, StandardCharsets.UTF_8)
                + "&client_assertion=" + URLEncoder.encode(assertion, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/agents/token"))
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        JsonNode answer = read(http.call(request, timeout), JsonNode.class);
        String value = answer.path("access_token").asText("");
        if (value.isEmpty()) {
            throw new CentreFailure(Kind.UNREADABLE, "config-service's token answer has no access_token");
        }
        return new Token(value, Duration.ofSeconds(answer.path("expires_in").asLong(60)));
    }

    /** A new certificate for the same key, as PEM. */
    public String renew(String csr, String token) throws CentreFailure {
        Map<String, String> authorization = Map.of("Authorization", "Bearer " + token);
        Answer answer = http.call(json("/api/v1/agents/renew", authorization, Map.of("csr", csr)), timeout);
        String certificate = read(answer, JsonNode.class).path("certificate").asText("");
        if (certificate.isEmpty()) {
            throw new CentreFailure(Kind.UNREADABLE, "config-service's renewal answer has no certificate");
        }
        return certificate;
    }

    private HttpRequest json(String path, Map<String, String> headers, Object body) throws CentreFailure {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                    .timeout(timeout)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(EventCodec.mapper().writeValueAsBytes(body)));
            headers.forEach(request::header);
            return request.build();
        } catch (JsonProcessingException e) {
            throw new CentreFailure(Kind.UNREADABLE, "the request cannot be written", e);
        }
    }

    private URI uri(String path) throws CentreFailure {
        return Addresses.of(base, "config-service").resolve(path);
    }

    private static <T> T read(Answer answer, Class<T> type) throws CentreFailure {
        Refusals.check("config-service", answer);
        try {
            T value = EventCodec.mapper().readValue(answer.body(), type);
            if (value == null) {
                throw new CentreFailure(Kind.UNREADABLE, "config-service's answer is empty");
            }
            return value;
        } catch (IOException e) {
            throw new CentreFailure(Kind.UNREADABLE, "config-service's answer is no " + type.getSimpleName(), e);
        }
    }
}
