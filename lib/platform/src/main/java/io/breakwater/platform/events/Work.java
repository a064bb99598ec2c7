package io.breakwater.platform.events;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Work that takes long for an event loop: on a worker thread, its outcome on the Vert.x context on which it was asked for. */
final class Work {
    private Work() {}

    static <T> Uni<T> on(Vertx vertx, Callable<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = vertx.getOrCreateContext();
            context.executeBlocking(work, false).onComplete(emitter::complete, emitter::fail);
        });
    }
}
