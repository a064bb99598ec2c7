package io.breakwater.contracts.event;

import java.time.Instant;

/**
 * Something in a tenant's configuration changed.
 *
 * @param revision the tenant's configuration revision after the change
 * @param objectType ZPA's name, for example {@code appConnectorGroup}
 * @param action {@code CREATED}, {@code UPDATED} or {@code DELETED}
 */
public record ConfigChanged(
        String customerId, long revision, String objectType, String objectId, String action, Instant at) {
    public ConfigChanged {
        Present.require("customerId", customerId);
        Present.require("at", at);
    }
}
