package io.breakwater.controller.live;

import io.breakwater.controller.convergence.ConvergenceService;
import io.breakwater.controller.history.HistoryService;
import io.breakwater.controller.history.HistoryView;
import io.breakwater.controller.state.DrStateService;
import io.breakwater.outbox.FreshContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/** Reads what a page shows now. Stateless. */
@Singleton
class LiveService {
    private final DrStateService states;
    private final HistoryService history;
    private final ConvergenceService convergence;
    private final Vertx vertx;
    private final int entries;

    LiveService(
            DrStateService states,
            HistoryService history,
            ConvergenceService convergence,
            Vertx vertx,
            LiveConfig config) {
        this.states = states;
        this.history = history;
        this.convergence = convergence;
        this.vertx = vertx;
        this.entries = config.history();
    }

    Uni<Object> read(Topic topic, String customerId) {
        return switch (topic) {
            case STATE -> FreshContext.run(vertx, () -> states.view(customerId)).map(Object.class::cast);
            case HISTORY ->
                FreshContext.run(vertx, () -> history.before(customerId, Long.MAX_VALUE, entries))
                        .map(page -> HistoryView.of(page, entries));
            case CONVERGENCE ->
                FreshContext.run(vertx, () -> convergence.of(customerId)).map(Object.class::cast);
        };
    }
}
