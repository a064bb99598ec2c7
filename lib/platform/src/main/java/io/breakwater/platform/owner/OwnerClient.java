package io.breakwater.platform.owner;

import io.breakwater.contracts.event.EventCodec;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads from the services that own data, with this service's own token. A call fails when the owner is away, refuses, or answers with more
 * than the limits of {@link OwnerConfig}; it is not repeated here, but by whoever has the work to do. Emits on the caller's Vert.x
 * context. Safe for threads.
 */
@Singleton
public class OwnerClient {
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final Vertx vertx;
    private final OwnerConfig limits;
    private final Map<Owner, Place> places;
    private final ServiceTokens tokens;

    private record Place(URI url, Duration atMost, OwnerHttp http) {}

    /** For tests and for whoever has no container. */
    public OwnerClient(
            Vertx vertx,
            OwnerConfig limits,
            ConfigServiceConfig configService,
            DrControllerConfig drController,
            ServiceClientConfig client) {
        this.vertx = vertx;
        this.limits = limits;
        OwnerHttp config = new OwnerHttp(vertx, limits, configService.connectTimeout());
        OwnerHttp controller = new OwnerHttp(vertx, limits, drController.connectTimeout());
        this.places = Map.of(
                Owner.CONFIG_SERVICE, new Place(configService.url(), configService.readTimeout(), config),
                Owner.DR_CONTROLLER, new Place(drController.url(), drController.readTimeout(), controller));
        // The token's life is counted by the machine's clock, whatever clock the service judges by
        this.tokens = new ServiceTokens(config, configService, client, vertx, Clock.systemUTC());
    }

    void stop(@Observes ShutdownEvent event) {
        close();
    }

    /** Lets the connections go. */
    public void close() {
        places.values().forEach(place -> place.http().close());
    }

    /**
     * The octets at a path.
     *
     * @param path relative to the owner's address, for example {@code api/v1/customers/1/dr-view}
     */
    public Uni<byte[]> read(Owner owner, String path) {
        return get(owner, path, limits.answerBytes().asLongValue(), "breakwater.owner.answer-bytes");
    }

    /** What is at a path, or empty when the owner knows of nothing there. */
    public <T> Uni<Optional<T>> find(Owner owner, String path, Class<T> type) {
        return get(owner, path, limits.pageBytes().asLongValue(), "breakwater.owner.page-bytes")
                .map(octets -> Optional.of(decoded(owner, octets, type)))
                .onFailure(OwnerClient::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    /**
     * Reads a whole table, part after part, and never holds more than one of them.
     *
     * @param path of the table, without a query
     * @param take is called with each part, and the next is read when it has completed
     */
    public <T> Uni<OwnerTotals> each(Owner owner, String path, Class<T> type, Function<List<T>, Uni<Void>> take) {
        OwnerTable.Parts parts =
                query -> get(owner, path + query, limits.pageBytes().asLongValue(), "breakwater.owner.page-bytes");
        return Uni.createFrom().deferred(() -> new OwnerTable<>(vertx, limits, owner, type, parts, take).read());
    }

    /** A whole table at once. */
    public <T> Uni<List<T>> all(Owner owner, String path, Class<T> type) {
        return Uni.createFrom().deferred(() -> {
            List<T> all = new ArrayList<>();
            return each(owner, path, type, part -> Uni.createFrom().voidItem().invoke(() -> all.addAll(part)))
                    .replaceWith(all);
        });
    }

    /** Whether the owner answered that there is nothing. */
    public static boolean isNotFound(Throwable failure) {
        return failure instanceof OwnerAnswerException answer && answer.status() == NOT_FOUND;
    }

    private Uni<byte[]> get(Owner owner, String path, long mostOctets, String limit) {
        return authorized(owner, path, mostOctets, limit)
                .onFailure(failure -> failure instanceof OwnerAnswerException answer && answer.status() == UNAUTHORIZED)
                .recoverWithUni(() -> {
                    tokens.forget();
                    return authorized(owner, path, mostOctets, limit);
                });
    }

    private Uni<byte[]> authorized(Owner owner, String path, long mostOctets, String limit) {
        Place place = places.get(owner);
        return tokens.authorization()
                .map(authorization -> new OwnerCall(
                        owner,
                        place.url(),
                        HttpMethod.GET,
                        path,
                        Map.of("Authorization", authorization, "Accept", "application/json"),
                        null,
                        mostOctets,
                        limit,
                        place.atMost()))
                .chain(place.http()::send);
    }

    private static <T> T decoded(Owner owner, byte[] octets, Class<T> type) {
        try {
            return EventCodec.mapper().readValue(octets, type);
        } catch (IOException e) {
            throw new IllegalStateException(owner.label() + "'s answer is no " + type.getSimpleName(), e);
        }
    }
}
