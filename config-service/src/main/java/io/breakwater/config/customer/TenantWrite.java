package io.breakwater.config.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.config.audit.Actor;
import io.breakwater.config.audit.AuditAction;
import io.breakwater.config.audit.AuditRecord;
import io.breakwater.config.audit.AuditTrail;
import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Shape;
import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * One write of a tenant's configuration, under its lock. Its events and its audit entries commit with it (I5). Lives as long as the
 * transaction.
 *
 * @param revision of the tenant's configuration after the write
 */
public record TenantWrite(long customerId, long revision, Instant at, Actor actor, Outbox outbox, AuditTrail trail) {
    private static final String SOURCE = "/config-service";

    /** What happened to an object. */
    public enum Action {
        CREATED(AuditAction.CREATE),
        UPDATED(AuditAction.UPDATE),
        DELETED(AuditAction.DELETE);

        private final AuditAction audited;

        Action(AuditAction audited) {
            this.audited = audited;
        }
    }

    /**
     * A change of one object.
     *
     * @param kind in ZPA's words
     * @param before null when it is new
     * @param after null when it is gone
     */
    public record Change(Action action, String kind, long id, String name, JsonNode before, JsonNode after) {
        /** A change of an object of that resource. */
        public static Change of(
                Action action, Shape<?> resource, ConfigObject object, JsonNode before, JsonNode after) {
            return new Change(action, resource.kind(), object.id, object.name, before, after);
        }
    }

    /** The administrator's or API key's id, or null when it was an agent or a service. */
    public Long by() {
        return actor.id() == null ? null : Ids.parse(actor.id()).orElse(null);
    }

    /** Tells that an object changed, and enters it into the audit trail. */
    public Uni<Void> announce(Change change) {
        String id = Long.toString(change.id());
        return tell(new ConfigChanged(
                        Long.toString(customerId),
                        revision,
                        change.kind(),
                        id,
                        change.action().name(),
                        at))
                .chain(() -> audit(change));
    }

    /** The same for several objects, one after the other. */
    public Uni<Void> announceAll(List<Change> changes) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Change change : changes) {
            chain = chain.chain(() -> announce(change));
        }
        return chain;
    }

    /** Enters a change that no other service needs to know into the audit trail. */
    public Uni<Void> audit(Change change) {
        AuditRecord entry = new AuditRecord(
                at,
                actor,
                change.action().audited,
                change.kind(),
                Long.toString(change.id()),
                change.name(),
                change.before(),
                change.after());
        return trail.append(customerId, entry);
    }

    /** Tells something else, under the tenant's key. */
    public Uni<Void> tell(Object event) {
        return outbox.append(EventEnvelope.of(SOURCE, Long.toString(customerId), at, event));
    }
}
