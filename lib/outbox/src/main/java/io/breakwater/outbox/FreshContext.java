package io.breakwater.outbox;

import io.breakwater.platform.trace.TraceParent;
import io.breakwater.platform.trace.Traces;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Runs database work that no request and no message started, for example a timer's: Hibernate Reactive wants a duplicated Vert.x
 * context of its own for each piece of work. A trace begins with it.
 */
public final class FreshContext {
    private FreshContext() {}

    /** Starts the work on an event loop in a new context; the outcome is emitted there. */
    public static <T> Uni<T> run(Vertx vertx, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored -> {
                Traces.enter(TraceParent.fresh());
                Uni.createFrom().<T>deferred(work::get).subscribe().with(emitter::complete, emitter::fail);
            });
        });
    }
}
