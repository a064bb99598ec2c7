package io.breakwater.controller.state;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.controller.settings.SettingsService;
import io.breakwater.controller.settings.TenantSettings;
import io.breakwater.outbox.Inbox;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The use cases of a tenant's state. Each is one transaction that holds the tenant's row: replicas and causes take turns. Safe for
 * threads.
 */
@ApplicationScoped
public class DrStateService {
    private static final String OBSERVED = "dr-controller.observed";
    private static final String SETTINGS = "dr-controller.settings";

    private final DrStateRepository repository;
    private final SettingsService settings;
    private final StateWriter writer;
    private final Inbox inbox;
    private final Clock clock;

    DrStateService(
            DrStateRepository repository, SettingsService settings, StateWriter writer, Inbox inbox, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.writer = writer;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Judges evidence. A repeated event has no effect; neither has an observation that tells nothing new, but for the time of the look. */
    @WithTransaction
    public Uni<Void> observed(EventEnvelope<DrObserved> event) {
        Instant now = clock.instant();
        LastLook look = LastLook.of(event, now);
        return inbox.firstTime(OBSERVED, event)
                .chain(first -> first
                        ? writer.change(
                                event.key(),
                                now,
                                (decider, current, known) -> decider.observed(current, known, look, now))
                        : Uni.createFrom().item(false))
                .replaceWithVoid();
    }

    /** Stores settings unless they are older than the stored ones or jump, and judges what was last seen with them. */
    @WithTransaction
    public Uni<Void> settingsChanged(EventEnvelope<DrSettings> event) {
        Instant now = clock.instant();
        return inbox.firstTime(SETTINGS, event)
                .chain(first ->
                        first ? settings.store(event.data()) : Uni.createFrom().item(false))
                .chain(stored -> stored
                        ? rejudge(event.data().customerId(), now)
                        : Uni.createFrom().item(false))
                .replaceWithVoid();
    }

    /** Judges what was last seen with the settings that are stored now. Takes part in the caller's transaction. */
    Uni<Boolean> rejudge(String customerId, Instant now) {
        return writer.change(
                customerId,
                now,
                (decider, current, known) -> known.map(found -> decider.settingsChanged(current, found, now))
                        .orElseThrow());
    }

    /** Decides what the time alone means, when the tenant's timer is due. */
    @WithTransaction
    public Uni<Void> onTimer(String customerId) {
        return writer.onTimer(customerId, clock.instant()).replaceWithVoid();
    }

    /** @throws ProblemException (as failure) when the tenant is not known here */
    @WithSession
    public Uni<DrStateView> view(String customerId) {
        return settings.find(customerId)
                .chain(known -> repository.findById(customerId).map(row -> viewOf(customerId, row, known)));
    }

    @WithSession
    public Uni<List<String>> dueTimers(int limit) {
        return repository.due(clock.instant(), limit);
    }

    @WithSession
    public Uni<Optional<Instant>> nextTimer() {
        return repository.nextTimer().map(Optional::ofNullable);
    }

    private DrStateView viewOf(String customerId, DrStateEntity row, Optional<TenantSettings> known) {
        if (row == null && known.isEmpty()) {
            throw ProblemException.notFound("customer");
        }
        TenantState state = row == null ? TenantState.initial(customerId, clock.instant()) : StateMapping.read(row);
        return DrStateView.of(state, known.map(TenantSettings::domain).orElse(null));
    }
}
