package io.breakwater.config.customer;

import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * One write of a tenant's configuration, under its lock. Its events commit with it (I5). Lives as long as the transaction.
 *
 * @param revision of the tenant's configuration after the write
 * @param by the administrator's or API key's id, or null when it was an agent or a service
 */
public record TenantWrite(long customerId, long revision, Instant at, Long by, Outbox outbox) {
    private static final String SOURCE = "/config-service";

    /** What happened to an object. */
    public enum Action {
        CREATED,
        UPDATED,
        DELETED
    }

    /** Tells that an object changed. */
    public Uni<Void> announce(String kind, long id, Action action) {
        return tell(new ConfigChanged(Long.toString(customerId), revision, kind, Long.toString(id), action.name(), at));
    }

    /** Tells something else, under the tenant's key. */
    public Uni<Void> tell(Object event) {
        return outbox.append(EventEnvelope.of(SOURCE, Long.toString(customerId), at, event));
    }
}
