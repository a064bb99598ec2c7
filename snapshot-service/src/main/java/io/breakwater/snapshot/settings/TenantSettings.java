package io.breakwater.snapshot.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventCodec;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table. The owner's answer replaces what is stored, also one with a lower revision. Safe for threads. */
@Singleton
public class TenantSettings {
    private static final int AT_ONCE = 500;

    private final TenantSettingsRepository repository;
    private final Clock clock;

    TenantSettings(TenantSettingsRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** In the caller's session; null when they are not known. */
    public Uni<DrSettings> of(String customerId) {
        return repository
                .findById(customerId)
                .map(entity -> entity == null ? null : entity.read().orElse(null));
    }

    /** In the caller's session; the known ones of these tenants, by id. */
    public Uni<Map<String, DrSettings>> of(Collection<String> customerIds) {
        return customerIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : repository
                        .findAllOf(customerIds)
                        .map(found -> found.stream()
                                .flatMap(entity -> entity.read().stream())
                                .collect(Collectors.toMap(DrSettings::customerId, Function.identity())));
    }

    /** Puts the owner's settings in the place of what is stored. Answers the tenants whose settings were others. */
    @WithTransaction
    public Uni<List<String>> replace(List<DrSettings> owners) {
        if (owners.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<String, String> told =
                owners.stream().collect(Collectors.toMap(DrSettings::customerId, TenantSettings::json, (a, b) -> b));
        return repository.findAllOf(told.keySet()).chain(found -> {
            Map<String, String> stored =
                    found.stream().collect(Collectors.toMap(entity -> entity.customerId, entity -> entity.settings));
            List<String> others = told.keySet().stream()
                    .filter(id -> !told.get(id).equals(stored.get(id)))
                    .sorted()
                    .toList();
            return Multi.createFrom()
                    .iterable(others)
                    .onItem()
                    .transformToUniAndConcatenate(id -> repository.put(id, told.get(id), clock.instant()))
                    .collect()
                    .last()
                    .replaceWith(others);
        });
    }

    /** Forgets what the owner does not know. */
    @WithTransaction
    public Uni<Long> keepOnly(Set<String> owners) {
        return repository
                .findIds()
                .map(stored -> stored.stream()
                        .filter(id -> !owners.contains(id))
                        .limit(AT_ONCE)
                        .toList())
                .chain(gone -> gone.isEmpty() ? Uni.createFrom().item(0L) : repository.deleteAllOf(gone));
    }

    private static String json(DrSettings settings) {
        try {
            return EventCodec.mapper().writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("settings that were read from JSON cannot be written", e);
        }
    }
}
