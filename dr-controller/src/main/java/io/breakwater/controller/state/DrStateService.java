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
import java.util.function.BiFunction;

/**
 * The use cases of a tenant's state. Each is one transaction that holds the tenant's row: replicas and causes take turns. Safe for
 * threads.
 */
@ApplicationScoped
public class DrStateService {
    private static final String OBSERVED = "dr-controller.observed";
    private static final String SETTINGS = "dr-controller.settings";
    private static final int REMEMBERED = 4096;

    private final DrStateRepository repository;
    private final SettingsService settings;
    private final StateChangePublisher publisher;
    private final Inbox inbox;
    private final Clock clock;
    private final Decider decider = new Decider(REMEMBERED);

    DrStateService(
            DrStateRepository repository,
            SettingsService settings,
            StateChangePublisher publisher,
            Inbox inbox,
            Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.publisher = publisher;
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
                        ? change(event.key(), now, (current, known) -> decider.observed(current, known, look, now))
                        : Uni.createFrom().voidItem());
    }

    /** Stores settings unless they are older than the stored ones, and judges what was last seen with them. */
    @WithTransaction
    public Uni<Void> settingsChanged(EventEnvelope<DrSettings> event) {
        Instant now = clock.instant();
        return inbox.firstTime(SETTINGS, event)
                .chain(first ->
                        first ? settings.store(event.data()) : Uni.createFrom().item(false))
                .chain(stored -> stored
                        ? rejudge(event.data().customerId(), now)
                        : Uni.createFrom().voidItem());
    }

    /** Decides what the time alone means, when the tenant's timer is due. */
    @WithTransaction
    public Uni<Void> onTimer(String customerId) {
        Instant now = clock.instant();
        return repository.lockExisting(customerId).chain(row -> {
            boolean due = row != null && row.nextTimer != null && !row.nextTimer.isAfter(now);
            return due
                    ? settings.find(customerId)
                            .chain(known ->
                                    apply(row, known, now, (current, found) -> decider.timer(current, found, now)))
                    : Uni.createFrom().voidItem();
        });
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

    private Uni<Void> rejudge(String customerId, Instant now) {
        return change(
                customerId,
                now,
                (current, known) -> known.map(found -> decider.settingsChanged(current, found, now))
                        .orElseThrow());
    }

    private Uni<Void> change(
            String customerId, Instant now, BiFunction<TenantState, Optional<TenantSettings>, Step> decide) {
        return repository
                .lock(customerId, now)
                .chain(row -> settings.find(customerId).chain(known -> apply(row, known, now, decide)));
    }

    private Uni<Void> apply(
            DrStateEntity row,
            Optional<TenantSettings> known,
            Instant now,
            BiFunction<TenantState, Optional<TenantSettings>, Step> decide) {
        Step step = decide.apply(StateMapping.read(row), known);
        StateMapping.write(step.after(), row);
        return publisher.publish(step, known.map(TenantSettings::domain).orElse(null), now);
    }

    private DrStateView viewOf(String customerId, DrStateEntity row, Optional<TenantSettings> known) {
        if (row == null && known.isEmpty()) {
            throw ProblemException.notFound("customer");
        }
        TenantState state = row == null ? TenantState.initial(customerId, clock.instant()) : StateMapping.read(row);
        return DrStateView.of(state, known.map(TenantSettings::domain).orElse(null));
    }
}
