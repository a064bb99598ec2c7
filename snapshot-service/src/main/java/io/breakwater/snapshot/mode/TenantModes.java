package io.breakwater.snapshot.mode;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The tenants' modes. A capture and a change of mode lock the same row, so that one is wholly before the other. Methods run in the
 * caller's transaction.
 */
@Singleton
public class TenantModes {
    private final TenantModeRepository repository;
    private final Clock clock;

    TenantModes(TenantModeRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** The tenant's mode, which cannot change before the caller's transaction ends. */
    public Uni<TenantMode> lock(String customerId) {
        return repository.lock(customerId).map(TenantModeEntity::toMode);
    }

    /** The tenant's mode now. */
    public Uni<TenantMode> current(String customerId) {
        return repository
                .findById(customerId)
                .map(entity -> entity == null ? TenantMode.initial(customerId) : entity.toMode());
    }

    /** Takes what was told when it is newer than what is known. Answers what was known before. */
    public Uni<TenantMode> tell(TenantMode told) {
        return repository.lock(told.customerId()).map(entity -> {
            TenantMode before = entity.toMode();
            if (told.sequence() > before.sequence()) {
                entity.take(told, clock.instant());
            }
            return before;
        });
    }
}
