package io.breakwater.controller.state;

import io.breakwater.controller.settings.SettingsService;
import io.breakwater.controller.settings.TenantSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Decides on a locked row and writes what follows: state, history and event in the caller's transaction (I5). Safe for threads. */
@Singleton
class StateWriter {
    private final DrStateRepository repository;
    private final SettingsService settings;
    private final StateChangePublisher publisher;
    private final Decider decider;

    /** A decision for a tenant. */
    @FunctionalInterface
    interface Decision {
        Step decide(Decider decider, TenantState current, Optional<TenantSettings> known);
    }

    StateWriter(
            DrStateRepository repository,
            SettingsService settings,
            StateChangePublisher publisher,
            StateConfig config) {
        this.repository = repository;
        this.settings = settings;
        this.publisher = publisher;
        this.decider = new Decider(config.evaluationsRemembered(), Rules.of(config));
    }

    /** Whether the state is another one now. The tenant's row is made when there is none. */
    Uni<Boolean> change(String customerId, Instant now, Decision decision) {
        return repository.lock(customerId, now).chain(row -> decide(row, now, decision));
    }

    /** Whether the state is another one now. Nothing happens when nothing is due. */
    Uni<Boolean> onTimer(String customerId, Instant now) {
        return repository.lockExisting(customerId).chain(row -> {
            boolean due = row != null && row.nextTimer != null && !row.nextTimer.isAfter(now);
            return due
                    ? decide(row, now, (decider, current, known) -> decider.timer(current, known, now))
                    : Uni.createFrom().item(false);
        });
    }

    private Uni<Boolean> decide(DrStateEntity row, Instant now, Decision decision) {
        return settings.find(row.customerId).chain(known -> {
            Step step = decision.decide(decider, StateMapping.read(row), known);
            StateMapping.write(step.after(), row);
            return publisher
                    .publish(step, known.map(TenantSettings::domain).orElse(null), now)
                    .replaceWith(step.isChange());
        });
    }
}
