package io.breakwater.snapshot.configclient;

import io.breakwater.snapshot.configclient.ConfigServiceApi.Token;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.time.Instant;

/** This service's access token: kept until four fifths of its life are over, or until it is refused. Safe for threads. */
class ServiceTokens {
    private final ConfigServiceApi api;
    private final ServiceClientConfig client;
    private final Vertx vertx;
    private final Clock clock;
    private volatile Held held = new Held("", Instant.MIN);

    ServiceTokens(ConfigServiceApi api, ServiceClientConfig client, Vertx vertx, Clock clock) {
        this.api = api;
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
        return vertx.fileSystem()
                .readFile(client.secretFile().toString())
                .chain(secret -> api.signIn(client.id(), secret.toString().strip()))
                .map(this::keep);
    }

    /** It was refused: the next call signs in again. */
    void forget() {
        held = new Held("", Instant.MIN);
    }

    private String keep(Token token) {
        String authorization = "Bearer " + token.accessToken();
        held = new Held(authorization, clock.instant().plusSeconds(token.expiresInSeconds() * 4 / 5));
        return authorization;
    }

    private record Held(String authorization, Instant until) {}
}
