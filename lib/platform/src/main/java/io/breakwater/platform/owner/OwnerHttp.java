package io.breakwater.platform.owner;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.time.Duration;

/**
 * The HTTP under {@link OwnerClient}: connections, requests that wait, octets and time are bounded, and an answer that is too large is
 * given up as soon as that shows. Emits on the Vert.x context of the caller, where Hibernate Reactive keeps its session. Safe for threads.
 */
final class OwnerHttp implements AutoCloseable {
    private final Vertx vertx;
    private final HttpClient client;

    OwnerHttp(Vertx vertx, OwnerConfig limits, Duration connectTimeout) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(limits.connections())
                .setMaxWaitQueueSize(limits.waiting())
                .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
                .setKeepAliveTimeout(15));
    }

    /** The answer's octets, when its status is 200. */
    Uni<byte[]> send(OwnerCall call) {
        return Uni.createFrom().emitter(emitter -> new OwnerExchange(vertx, client, call, emitter).start());
    }

    @Override
    public void close() {
        client.close();
    }
}
