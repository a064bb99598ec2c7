package io.breakwater.drctl.centre;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.breakwater.drctl.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks JSON to one server; every failure is a sentence. Answers are limited in size and time. */
final class Rest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 8 << 20;
    private static final int LONGEST_DETAIL = 300;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String name;
    private final URI base;
    private final String token;

    /**
     * @param name of the server, for people
     * @param token a bearer token, or null
     */
    Rest(String name, URI base, String token) {
        this.name = name;
        this.base = base;
        this.token = token;
    }

    JsonNode get(String path) throws CommandFailedException {
        return send(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) throws CommandFailedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    JsonNode postForm(String path, String form) throws CommandFailedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Accept", "application/json");
        return token == null ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder builder) throws CommandFailedException {
        try {
            HttpResponse<InputStream> response = client.send(builder.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] octets = body.readNBytes(LARGEST);
                if (response.statusCode() / 100 != 2) {
                    throw new CommandFailedException(name + " at " + base + " answers " + response.statusCode()
                            + detail(new String(octets, StandardCharsets.UTF_8)));
                }
                return octets.length == 0 ? MissingNode.getInstance() : JSON.readTree(octets);
            }
        } catch (JsonProcessingException e) {
            throw new CommandFailedException(
                    name + " at " + base + " answers with no JSON: is it the right address?", e);
        } catch (IOException e) {
            throw new CommandFailedException(name + " at " + base + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("interrupted while waiting for " + name, e);
        }
    }

    /** What the server says is wrong, when it says so in one of the forms that ours use. */
    private static String detail(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            for (String field : new String[] {"detail", "reason", "error_description", "error"}) {
                String text = problem.path(field).asText("");
                if (!text.isEmpty()) {
                    return ": " + (text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) + "…" : text);
                }
            }
            return "";
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
