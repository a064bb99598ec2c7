package io.breakwater.snapshot.capture;

import io.breakwater.snapshot.mode.TenantModes;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Reads how things stand. */
@Singleton
class CaptureOverview {
    private final CaptureRepository repository;
    private final TenantModes modes;

    CaptureOverview(CaptureRepository repository, TenantModes modes) {
        this.repository = repository;
        this.modes = modes;
    }

    /** Null for a tenant of which nothing is known. Without the groups. */
    @WithSession
    Uni<CaptureStatus> status(String customerId) {
        return repository
                .findById(customerId)
                .chain(row -> row == null
                        ? Uni.createFrom().nullItem()
                        : modes.current(customerId).map(mode -> CaptureStatus.of(row, mode)));
    }
}
