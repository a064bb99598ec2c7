package io.breakwater.platform.owner;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An owner in the test's hands: signs anybody in and answers everything else as the test says. */
final class OwnerServer implements AutoCloseable {
    private final HttpServer server;
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger signIns = new AtomicInteger();
    private volatile Consumer<HttpServerRequest> answer =
            request -> request.response().setStatusCode(404).end();

    OwnerServer(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    void answers(Consumer<HttpServerRequest> with) {
        answer = with;
    }

    void answers(String body) {
        answer = request -> request.response().end(body);
    }

    /** The paths with their queries, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    int signIns() {
        return signIns.get();
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/signin")) {
            int number = signIns.incrementAndGet();
            request.response().end("{\"access_token\":\"token-" + number + "\",\"expires_in\":\"600\"}");
            return;
        }
        asked.add(request.uri());
        answer.accept(request);
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
