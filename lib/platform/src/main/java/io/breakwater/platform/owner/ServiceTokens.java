package io.breakwater.platform.owner;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.contracts.event.EventCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** This service's access token: kept until four fifths of its life are over, or until it is refused. Safe for threads. */
final class ServiceTokens {
    private static final int MOST_OCTETS = 65_536;
    private static final int MOST_SECRET_OCTETS = 4_096;
    private static final long LONGEST_SECONDS = 86_400;

    private final OwnerHttp http;
    private final ConfigServiceConfig config;
    private final ServiceClientConfig client;
    private final Vertx vertx;
    private final Clock clock;
    private volatile Held held = new Held("", Instant.MIN);

    ServiceTokens(OwnerHttp http, ConfigServiceConfig config, ServiceClientConfig client, Vertx vertx, Clock clock) {
        this.http = http;
        this.config = config;
        this.client = client;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Value of the header {@code Authorization}. */
    Uni<String> authorization() {
        Held now = held;
        if (clock.instant().isBefore(now.until())) {
            return Uni.createFrom().item(now.authorization());
        }
        return secret().map(this::signIn).chain(http::send).map(this::keep);
    }

    /** It was refused: the next call signs in again. */
    void forget() {
        held = new Held("", Instant.MIN);
    }

    private Uni<String> secret() {
        Path file = client.secretFile().orElse(null);
        if (file == null) {
            return Uni.createFrom()
                    .failure(new OwnerUnavailableException(
                            "breakwater.service-client.secret-file is not set: no owner can be asked"));
        }
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.fileSystem().readFile(file.toString()).toCompletionStage())
                .onFailure()
                .transform(failure -> new OwnerUnavailableException(
                        "the file of breakwater.service-client.secret-file cannot be read", failure))
                .map(ServiceTokens::text);
    }

    private static String text(Buffer octets) {
        if (octets.length() > MOST_SECRET_OCTETS) {
            throw new IllegalStateException("the file of breakwater.service-client.secret-file is no secret: it has "
                    + octets.length() + " octets");
        }
        return octets.toString(StandardCharsets.UTF_8).strip();
    }

    private OwnerCall signIn(String secret) {
        String form = "client_id=" + encoded(client.id()) + "&client_secret=" + encoded(secret);
        return new OwnerCall(
                Owner.CONFIG_SERVICE,
                config.url(),
                HttpMethod.POST,
                "signin",
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                Buffer.buffer(form),
                MOST_OCTETS,
                "of a sign-in's answer",
                config.readTimeout());
    }

    private String keep(byte[] answer) {
        try {
            JsonNode token = EventCodec.mapper().readTree(answer);
            String authorization = "Bearer " + token.path("access_token").asText();
            long seconds = Math.min(
                    LONGEST_SECONDS, Math.max(0, token.path("expires_in").asLong()));
            held = new Held(authorization, clock.instant().plusSeconds(seconds * 4 / 5));
            return authorization;
        } catch (IOException e) {
            throw new UncheckedIOException("config-service's answer to a sign-in is no token", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Held(String authorization, Instant until) {}
}
