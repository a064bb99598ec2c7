package io.breakwater.snapshot.index;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.event.ReplayView;
import java.time.Instant;
import java.util.List;

/**
 * What the indexes of a tenant's groups share.
 *
 * @param settings DR settings, or null
 * @param replay what was applied before, or null
 * @param groups that are in the configuration
 * @param eventKeys of the producers to whom agents listen
 */
public record TenantFacts(
        String customerId,
        DrSettings settings,
        ReplayView replay,
        List<GroupFacts> groups,
        List<EventKey> eventKeys,
        Instant at) {}
