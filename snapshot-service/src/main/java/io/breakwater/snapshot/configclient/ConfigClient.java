package io.breakwater.snapshot.configclient;

import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.event.EventCodec;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads from config-service. A call fails when config-service is away or refuses; it is not repeated here, but by whoever has the work to
 * do. Safe for threads.
 */
@Singleton
public class ConfigClient {
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final ConfigServiceApi api;
    private final ServiceTokens tokens;

    ConfigClient(ConfigServiceConfig config, ServiceClientConfig client, Vertx vertx, Clock clock) {
        this.api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.url())
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(ConfigServiceApi.class);
        this.tokens = new ServiceTokens(api, client, vertx, clock);
    }

    /** The view's octets, from one transaction of config-service; {@link #view} reads them. Fails with {@link UnknownTenantException}. */
    public Uni<byte[]> drView(String customerId) {
        return authorized(authorization -> api.drView(authorization, customerId))
                .onFailure(failure -> status(failure) == NOT_FOUND)
                .transform(failure -> new UnknownTenantException());
    }

    /** Every tenant. */
    public Uni<List<Tenant>> tenants() {
        return authorized(api::customers).map(ConfigClient::tenants);
    }

    /**
     * Reads a view; may take long for a large tenant.
     *
     * @throws UncheckedIOException when it is no view
     */
    public static DrView view(byte[] octets) {
        try {
            return EventCodec.mapper().readValue(octets, DrView.class);
        } catch (IOException e) {
            throw new UncheckedIOException("config-service's answer is not a DR view", e);
        }
    }

    /** @param revision of the tenant's configuration, or 0 when config-service does not say */
    public record Tenant(String customerId, long revision) {}

    private Uni<byte[]> authorized(Function<String, Uni<byte[]>> call) {
        return tokens.authorization()
                .chain(call::apply)
                .onFailure(failure -> status(failure) == UNAUTHORIZED)
                .recoverWithUni(() -> {
                    tokens.forget();
                    return tokens.authorization().chain(call::apply);
                });
    }

    private static List<Tenant> tenants(byte[] octets) {
        try {
            return EventCodec.mapper().readValue(octets, new TypeReference<List<Tenant>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("config-service's answer is not a list of tenants", e);
        }
    }

    private static int status(Throwable failure) {
        return failure instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : 0;
    }
}
