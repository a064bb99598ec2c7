package io.breakwater.config.enrollment;

import io.breakwater.config.agent.AgentEntity;
import io.breakwater.config.agent.ConnectorEntity;
import io.breakwater.config.agent.EdgeEntity;
import io.breakwater.config.agentgroup.AgentGroup;
import io.breakwater.config.certificate.CertificateEntity;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.connectorgroup.ConnectorGroupEntity;
import io.breakwater.config.edgegroup.EdgeGroupEntity;
import io.breakwater.config.limits.Limits;
import io.breakwater.contracts.event.AgentKind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Queries of agents of both kinds, in the caller's session. */
@Singleton
class AgentRepository {
    private final ConfigObjectRepository<ConnectorEntity> connectors =
            new ConfigObjectRepository<>(ConnectorEntity.class);
    private final ConfigObjectRepository<EdgeEntity> edges = new ConfigObjectRepository<>(EdgeEntity.class);

    /** Null when there is none. Ids are unique over both kinds. */
    Uni<AgentEntity> find(long id) {
        return Panache.getSession()
                .chain(session -> session.find(ConnectorEntity.class, id)
                        .map(AgentEntity.class::cast)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> session.find(EdgeEntity.class, id).map(AgentEntity.class::cast)));
    }

    /** Connectors, then edges, each in order of enrolment. */
    Uni<List<AgentEntity>> ofTenant(long customerId) {
        return connectors
                .ofTenant(customerId)
                .chain(found -> edges.ofTenant(customerId).map(others -> {
                    List<AgentEntity> all = new ArrayList<>(found);
                    all.addAll(others);
                    return all;
                }));
    }

    /** Refuses an agent beyond the tenant's limit of its kind. */
    Uni<Void> requireRoom(AgentEntity agent, Limits limits) {
        boolean connector = agent.kind() == AgentKind.APP_CONNECTOR;
        CustomerScope tenant = new CustomerScope(agent.customerId);
        return (connector ? connectors.count(tenant) : edges.count(tenant))
                .invoke(there -> limits.requireRoom(connector ? "connector" : "serviceEdge", there))
                .replaceWithVoid();
    }

    Uni<Void> add(AgentEntity agent) {
        return Panache.getSession().chain(session -> session.persist(agent).chain(session::flush));
    }

    Uni<Void> flush() {
        return connectors.flush();
    }

    Uni<AgentGroup> group(AgentKind kind, long groupId) {
        return Panache.getSession().chain(session -> session.find(groupType(kind), groupId));
    }

    Uni<CertificateEntity> issuer(long certificateId) {
        return Panache.getSession().chain(session -> session.find(CertificateEntity.class, certificateId));
    }

    /**
     * Makes a boot the agent's newest one, unless a later one is. One statement decides.
     *
     * @return whether it is the newest
     */
    Uni<Boolean> claim(AgentEntity agent, String bootId, Instant bootedAt, Instant now) {
        String table = agent.kind() == AgentKind.APP_CONNECTOR ? "app_connector" : "service_edge";
        String sql = "update " + table + " set boot_id = :boot, booted_at = :booted, last_connect_time = :now"
                + " where id = :id and (booted_at is null or booted_at < :booted"
                + " or (booted_at = :booted and boot_id <= :boot))";
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("boot", bootId)
                        .setParameter("booted", bootedAt)
                        .setParameter("now", now)
                        .setParameter("id", agent.id)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    private static Class<? extends AgentGroup> groupType(AgentKind kind) {
        return kind == AgentKind.APP_CONNECTOR ? ConnectorGroupEntity.class : EdgeGroupEntity.class;
    }
}
