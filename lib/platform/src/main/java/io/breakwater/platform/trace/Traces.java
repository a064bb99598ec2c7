package io.breakwater.platform.trace;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import org.jboss.logging.MDC;

/** The trace of the piece of work that runs now: it lives on the work's own (duplicated) Vert.x context. Elsewhere there is none. */
public final class Traces {
    /** Under which logs have the trace's id. */
    public static final String LOGGED_AS = "traceId";

    private static final String LOCAL = Traces.class.getName();

    private Traces() {}

    /** The work on this context belongs to that trace from now on. Nothing happens on a context that is not the work's own. */
    public static void enter(TraceParent trace) {
        Context context = Vertx.currentContext();
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            context.putLocal(LOCAL, trace);
            MDC.put(LOGGED_AS, trace.traceId());
        }
    }

    /** Goes on with the trace that a request or an event came with, or begins one. */
    public static void enter(String header) {
        enter(TraceParent.parse(header).orElseGet(TraceParent::fresh));
    }

    /** Nothing when this work belongs to no trace. */
    public static Optional<TraceParent> current() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context)
                ? Optional.ofNullable(context.getLocal(LOCAL))
                : Optional.empty();
    }
}
