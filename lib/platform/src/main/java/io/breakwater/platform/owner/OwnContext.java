package io.breakwater.platform.owner;

import io.breakwater.platform.trace.TraceParent;
import io.breakwater.platform.trace.Traces;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts work on a Vert.x context of its own, where Hibernate Reactive may keep its session, under a trace of its own. */
final class OwnContext {
    private OwnContext() {}

    /** @param started gets the running work */
    static <T> void start(
            Context root,
            Supplier<Uni<T>> work,
            Consumer<Cancellable> started,
            Consumer<T> item,
            Consumer<Throwable> failure) {
        Context own = VertxContext.createNewDuplicatedContext(root);
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(ignored -> {
            Traces.enter(TraceParent.fresh());
            Cancellable running =
                    Uni.createFrom().deferred(() -> work.get()).subscribe().with(item, failure);
            started.accept(running);
        });
    }
}
