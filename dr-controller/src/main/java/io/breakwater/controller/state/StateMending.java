package io.breakwater.controller.state;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.controller.history.HistoryService;
import io.breakwater.controller.settings.SettingsService;
import io.breakwater.controller.settings.TenantSettings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Takes the settings that config-service itself told, whatever was stored. When what was stored named a key that config-service never
 * named, the tenant's state may be somebody else's work: then it is found again from the history. Safe for threads.
 */
@ApplicationScoped
public class StateMending {
    private static final Logger LOG = Logger.getLogger(StateMending.class);

    private final SettingsService settings;
    private final HistoryService history;
    private final DrStateService states;
    private final StateWriter writer;
    private final StateConfig config;
    private final Clock clock;

    StateMending(
            SettingsService settings,
            HistoryService history,
            DrStateService states,
            StateWriter writer,
            StateConfig config,
            Clock clock) {
        this.settings = settings;
        this.history = history;
        this.states = states;
        this.writer = writer;
        this.config = config;
        this.clock = clock;
    }

    /** Whether anything else was stored. */
    @WithTransaction
    public Uni<Boolean> owned(DrSettings told) {
        Instant now = clock.instant();
        return settings.replace(told).chain(replaced -> switch (replaced) {
            case SAME -> Uni.createFrom().item(false);
            case OTHER -> states.rejudge(told.customerId(), now).replaceWith(true);
            case FOREIGN -> rebuild(told, now).replaceWith(true);
        });
    }

    private Uni<Void> rebuild(DrSettings told, Instant now) {
        TenantSettings right = TenantSettings.of(told);
        return history.judged(told.customerId(), right.domain(), right.grounds(), config.rebuiltFrom())
                .chain(judged -> writer.change(told.customerId(), now, (decider, current, known) -> {
                    Step step = new Rebuilding(decider, right).from(current, judged, now);
                    warn(step);
                    return step;
                }))
                .replaceWithVoid();
    }

    private static void warn(Step step) {
        LOG.warnf(
                "Customer %s: settings named a key that config-service does not know. The state was %s and is %s",
                step.after().customerId(),
                TenantState.nameOf(step.before().state()),
                TenantState.nameOf(step.after().state()));
    }
}
