package io.breakwater.config.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** A tenant's schedules, one of each kind. */
@Singleton
public class AgentScheduleService {
    private final TenantWrites writes;
    private final NewObjects newObjects;

    AgentScheduleService(TenantWrites writes, NewObjects newObjects) {
        this.writes = writes;
        this.newObjects = newObjects;
    }

    /** A new tenant's, in the caller's transaction. */
    public Uni<Void> create(long customerId) {
        return Panache.getSession()
                .chain(session -> session.persistAll(
                        AgentScheduleEntity.initial(newObjects.nextId(), customerId, AgentKind.APP_CONNECTOR),
                        AgentScheduleEntity.initial(newObjects.nextId(), customerId, AgentKind.SERVICE_EDGE)));
    }

    @WithSession
    public Uni<ObjectNode> get(String customerId, AgentKind kind) {
        return ofTenant(TenantScope.tenant(customerId), kind).map(AgentScheduleEntity.SHAPE::write);
    }

    /** There is always one, so that clients take their way of changing it: Terraform loses one that it believes to have made. */
    @WithSession
    public Uni<Void> refuseSecond(String customerId, AgentKind kind) {
        return ofTenant(TenantScope.tenant(customerId), kind)
                .onItem()
                .failWith(there -> new ProblemException(
                        Problem.ALREADY_EXISTS,
                        "resource.already.exist: there is a schedule already; change that one."))
                .replaceWithVoid();
    }

    @WithTransaction
    public Uni<Void> update(String customerId, AgentKind kind, String id, ObjectNode body) {
        return writes.begin(TenantScope.tenant(customerId))
                .chain(write ->
                        ofTenant(write.customerId(), kind).chain(schedule -> updated(write, schedule, id, body)));
    }

    private static Uni<Void> updated(TenantWrite write, AgentScheduleEntity schedule, String id, ObjectNode body) {
        if (!Ids.parse(id).filter(schedule.id::equals).isPresent()) {
            throw Refusal.notFound(id);
        }
        ObjectNode before = AgentScheduleEntity.SHAPE.write(schedule);
        Refusals refusals = new Refusals();
        AgentScheduleEntity.SHAPE.update(body, schedule, refusals);
        refusals.throwIfAny();
        ObjectNode after = AgentScheduleEntity.SHAPE.write(schedule);
        String resource = schedule.agentKind == AgentKind.APP_CONNECTOR ? "connectorSchedule" : "serviceEdgeSchedule";
        return Panache.getSession()
                .chain(session -> session.flush())
                .chain(() -> write.audit(new Change(Action.UPDATED, resource, schedule.id, null, before, after)));
    }

    private static Uni<AgentScheduleEntity> ofTenant(long customerId, AgentKind kind) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from AgentScheduleEntity s where s.customerId = :customer and s.agentKind = :kind",
                                AgentScheduleEntity.class)
                        .setParameter("customer", customerId)
                        .setParameter("kind", kind)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(Long.toString(customerId)));
    }
}
