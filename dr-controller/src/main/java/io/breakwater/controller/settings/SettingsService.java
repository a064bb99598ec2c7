package io.breakwater.controller.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.platform.events.PoisonEventException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps the settings. Its methods take part in the caller's transaction. */
@Singleton
public class SettingsService {
    private final TenantSettingsRepository repository;

    SettingsService(TenantSettingsRepository repository) {
        this.repository = repository;
    }

    /**
     * Stores settings unless newer ones are there.
     *
     * @return whether they were stored
     * @throws PoisonEventException when they cannot be used at all
     */
    public Uni<Boolean> store(DrSettings settings) {
        if (settings.customerId() == null || settings.customerId().isBlank()) {
            throw new PoisonEventException("DR settings without customerId");
        }
        TenantSettings.of(settings);
        return repository.replaceOlder(settings.customerId(), settings.revision(), write(settings));
    }

    /** A tenant's settings, or nothing before the first ones came. */
    public Uni<Optional<TenantSettings>> find(String customerId) {
        return repository
                .findById(customerId)
                .map(row -> Optional.ofNullable(row).map(found -> TenantSettings.of(read(found.document))));
    }

    /** The settings of those tenants that have any. */
    public Uni<Map<String, TenantSettings>> findAll(List<String> customerIds) {
        return repository
                .list("customerId in ?1", customerIds)
                .map(rows -> rows.stream()
                        .collect(
                                Collectors.toMap(row -> row.customerId, row -> TenantSettings.of(read(row.document)))));
    }

    private static String write(DrSettings settings) {
        try {
            return EventCodec.mapper().writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DrSettings read(String document) {
        try {
            return EventCodec.mapper().readValue(document, DrSettings.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
