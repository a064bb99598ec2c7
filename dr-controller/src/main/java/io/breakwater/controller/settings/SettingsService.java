package io.breakwater.controller.settings;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.platform.events.PoisonEventException;
import io.breakwater.platform.owner.Doubts;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the settings. Its methods take part in the caller's transaction, if there is one. Safe for threads. */
@ApplicationScoped
public class SettingsService {
    /** Name of the table by which a doubt names it. */
    public static final String TABLE = "dr-settings";

    private final TenantSettingsRepository repository;
    private final Doubts doubts;
    private final SettingsConfig config;

    SettingsService(TenantSettingsRepository repository, Doubts doubts, SettingsConfig config) {
        this.repository = repository;
        this.doubts = doubts;
        this.config = config;
    }

    /**
     * Stores settings that an event told, unless newer ones are there. A revision that jumps is not taken: config-service is asked.
     *
     * @return whether they were stored
     * @throws PoisonEventException when they cannot be used at all
     */
    public Uni<Boolean> store(DrSettings settings) {
        check(settings);
        return repository.lock(settings.customerId()).chain(row -> {
            long step = settings.revision() - (row == null ? 0 : row.revision);
            if (settings.revision() < 0 || Math.abs(step) > config.largestRevisionJump()) {
                doubts.raise(TABLE, "revision-jumps");
                return Uni.createFrom().item(false);
            }
            if (row == null) {
                return repository.insert(
                        settings.customerId(), settings.revision(), SettingsDocument.write(settings), "[]");
            }
            if (step > 0) {
                put(row, settings);
            }
            return Uni.createFrom().item(step > 0);
        });
    }

    /** Puts config-service's own word in the place of what is stored, whatever its revision. */
    public Uni<Replaced> replace(DrSettings told) {
        check(told);
        TenantSettings right = TenantSettings.of(told);
        return repository.lock(told.customerId()).chain(row -> {
            if (row == null) {
                String grounds = SettingsDocument.write(right.grounds());
                return repository
                        .insert(told.customerId(), told.revision(), SettingsDocument.write(told), grounds)
                        .replaceWith(Replaced.OTHER);
            }
            return Uni.createFrom().item(replace(row, told, right));
        });
    }

    private Replaced replace(TenantSettingsEntity row, DrSettings told, TenantSettings right) {
        DrSettings stored = SettingsDocument.settings(row.document);
        Set<String> known = new LinkedHashSet<>(right.grounds());
        known.addAll(SettingsDocument.grounds(row.grounds));
        Set<String> leaned = new HashSet<>(TenantSettings.of(stored).grounds());
        leaned.removeAll(known);
        row.grounds = SettingsDocument.write(
                known.stream().limit(config.keysRemembered()).toList());
        if (stored.equals(told)) {
            return Replaced.SAME;
        }
        put(row, told);
        return leaned.isEmpty() ? Replaced.OTHER : Replaced.FOREIGN;
    }

    /** Those of config-service's settings that are not stored just so. */
    @WithSession
    public Uni<List<DrSettings>> different(List<DrSettings> told) {
        List<String> ids = told.stream().map(DrSettings::customerId).toList();
        return repository.list("customerId in ?1", ids).map(rows -> {
            Map<String, TenantSettingsEntity> stored =
                    rows.stream().collect(Collectors.toMap(row -> row.customerId, row -> row));
            return told.stream()
                    .filter(one -> !isStored(one, stored.get(one.customerId())))
                    .toList();
        });
    }

    private static boolean isStored(DrSettings told, TenantSettingsEntity row) {
        return row != null
                && SettingsDocument.settings(row.document).equals(told)
                && SettingsDocument.grounds(row.grounds)
                        .containsAll(TenantSettings.of(told).grounds());
    }

    /** Revision of the stored ones, or -1. */
    @WithSession
    public Uni<Long> revision(String customerId) {
        return repository.findById(customerId).map(row -> row == null ? -1 : row.revision);
    }

    /** Tenants whose settings are stored. */
    @WithSession
    public Uni<List<String>> customers() {
        return repository.customers();
    }

    /** Forgets the settings of tenants that config-service does not know. How many there were. */
    @WithTransaction
    public Uni<Long> forget(Set<String> customerIds) {
        return customerIds.isEmpty() ? Uni.createFrom().item(0L) : repository.forget(customerIds);
    }

    /** A tenant's settings, or nothing before the first ones came. */
    public Uni<Optional<TenantSettings>> find(String customerId) {
        return repository
                .findById(customerId)
                .map(row -> Optional.ofNullable(row)
                        .map(found -> TenantSettings.of(SettingsDocument.settings(found.document))));
    }

    /** The settings of those tenants that have any. */
    public Uni<Map<String, TenantSettings>> findAll(List<String> customerIds) {
        return repository
                .list("customerId in ?1", customerIds)
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.customerId,
                                row -> TenantSettings.of(SettingsDocument.settings(row.document)))));
    }

    private static void put(TenantSettingsEntity row, DrSettings settings) {
        row.revision = settings.revision();
        row.document = SettingsDocument.write(settings);
    }

    private static void check(DrSettings settings) {
        if (settings.customerId() == null || settings.customerId().isBlank()) {
            throw new PoisonEventException("DR settings without customerId");
        }
        TenantSettings.of(settings);
    }
}
