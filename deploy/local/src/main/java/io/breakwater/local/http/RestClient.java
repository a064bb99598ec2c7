package io.breakwater.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.breakwater.local.SuiteException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Speaks JSON to one service. Any status is an answer; only silence is an exception. Safe for threads. */
public final class RestClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final URI base;
    private final Supplier<Optional<String>> token;
    private final Duration timeout;

    private RestClient(URI base, Supplier<Optional<String>> token, Duration timeout) {
        this.base = base;
        this.token = token;
        this.timeout = timeout;
    }

    /** Without a token. */
    public static RestClient anonymous(URI base) {
        return new RestClient(base, Optional::empty, Duration.ofSeconds(15));
    }

    /** Asks for the token before each call. */
    public RestClient with(Supplier<String> bearer) {
        return new RestClient(base, () -> Optional.of(bearer.get()), timeout);
    }

    public RestClient within(Duration limit) {
        return new RestClient(base, token, limit);
    }

    public URI base() {
        return base;
    }

    /** @param path from the root, with its query */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** @param body anything that Jackson writes; maps and lists are enough */
    public Answer post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    public Answer put(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer postForm(String path, Map<String, String> form) {
        String text = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
        builder.header("Accept", "application/json");
        token.get().ifPresent(bearer -> builder.header("Authorization", "Bearer " + bearer));
        return builder;
    }

    private static Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            return new Answer(
                    response.statusCode(),
                    parsed(text),
                    text,
                    response.headers().map());
        } catch (IOException e) {
            throw new UnreachableException(request.method() + " " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted while waiting for " + request.uri(), e);
        }
    }

    private static JsonNode parsed(String text) {
        if (text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // plain text: the caller has it
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is nothing that can be written as JSON", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
