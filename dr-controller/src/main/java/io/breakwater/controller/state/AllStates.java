package io.breakwater.controller.state;

import io.breakwater.contracts.config.OwnerPage;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.controller.settings.SettingsService;
import io.breakwater.controller.settings.TenantSettings;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells the states of all tenants, part after part. A part holds no more octets than the settings allow. Stateless. */
@ApplicationScoped
class AllStates {
    private final DrStateRepository repository;
    private final SettingsService settings;
    private final Clock clock;
    private final long mostOctets;

    AllStates(DrStateRepository repository, SettingsService settings, StateConfig config, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
        this.mostOctets = config.pageBytes().asLongValue();
    }

    /** @param after id of the last tenant of the part before; 0: from the beginning */
    @WithSession
    Uni<OwnerPage<DrStateChanged>> page(long after, int limit) {
        return repository.sizesAfter(Long.toString(after), limit + 1).chain(found -> {
            List<String> fitting = fitting(found, limit);
            String next = fitting.size() < found.size() ? fitting.get(fitting.size() - 1) : null;
            return repository
                    .inOrder(fitting)
                    .chain(rows -> settings.findAll(fitting).map(known -> new OwnerPage<>(states(rows, known), next)));
        });
    }

    /** At least one: a part that holds none would be the last. */
    private List<String> fitting(List<DrStateRepository.Size> found, int limit) {
        long octets = 0;
        int count = 0;
        for (DrStateRepository.Size one : found) {
            octets += one.octets();
            if (count == limit || (count > 0 && octets > mostOctets)) {
                break;
            }
            count++;
        }
        return found.subList(0, count).stream()
                .map(DrStateRepository.Size::customerId)
                .toList();
    }

    private List<DrStateChanged> states(List<DrStateEntity> rows, Map<String, TenantSettings> known) {
        Instant now = clock.instant();
        return rows.stream()
                .map(StateMapping::read)
                .map(tenant -> StateEvents.event(tenant, domain(known.get(tenant.customerId())), now))
                .toList();
    }

    private static String domain(TenantSettings settings) {
        return settings == null ? null : settings.domain();
    }
}
