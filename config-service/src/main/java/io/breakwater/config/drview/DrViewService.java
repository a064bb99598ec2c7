package io.breakwater.config.drview;

import io.breakwater.config.application.ApplicationEntity;
import io.breakwater.config.application.SegmentSharing;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.connectorgroup.ConnectorGroupEntity;
import io.breakwater.config.customer.CustomerRepository;
import io.breakwater.config.drsettings.DrSettingsService;
import io.breakwater.config.drstate.DrStateService;
import io.breakwater.config.edgegroup.EdgeGroupEntity;
import io.breakwater.config.segmentgroup.SegmentGroupEntity;
import io.breakwater.config.server.ServerEntity;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.breakwater.contracts.config.DrView;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads a tenant whole. A dozen queries, whatever its size; all see the same moment. */
@Singleton
public class DrViewService {
    private final CustomerRepository customers;
    private final DrSettingsService settings;
    private final DrStateService states;
    private final SegmentSharing sharing;

    private final Association<ConnectorGroupEntity> connectorGroupsOfServerGroup = new Association<>(
            "server_group_connector_group", "server_group_id", "app_connector_group_id", ConnectorGroupEntity.class);
    private final Association<ServerEntity> serversOfServerGroup =
            new Association<>("server_group_server", "server_group_id", "server_id", ServerEntity.class);
    private final Association<ServerGroupEntity> serverGroupsOfApplication =
            new Association<>("application_server_group", "application_id", "server_group_id", ServerGroupEntity.class);

    DrViewService(
            CustomerRepository customers, DrSettingsService settings, DrStateService states, SegmentSharing sharing) {
        this.sharing = sharing;
        this.customers = customers;
        this.settings = settings;
        this.states = states;
    }

    @WithTransaction
    public Uni<DrView> read(String customerId) {
        long id = TenantScope.tenant(customerId);
        TenantParts parts = new TenantParts();
        return inOneMoment()
                .chain(() -> customers.findById(id))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("customer"))
                .invoke(customer -> parts.customer = customer)
                .chain(() -> readRest(id, parts))
                .map(done -> parts.view());
    }

    /** The first statement of the transaction. */
    private static Uni<Void> inOneMoment() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "set transaction isolation level repeatable read, read only")
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Void> readRest(long id, TenantParts parts) {
        return settings.event(id)
                .invoke(found -> parts.settings = found)
                .chain(() -> states.of(id, parts.settings))
                .invoke(found -> parts.replay = found.replay())
                .chain(() -> readGroups(id, parts))
                .chain(() -> readServing(id, parts));
    }

    private Uni<Void> readGroups(long id, TenantParts parts) {
        return all(ConnectorGroupEntity.class, id)
                .invoke(found -> parts.connectorGroups = found)
                .chain(() -> all(EdgeGroupEntity.class, id))
                .invoke(found -> parts.edgeGroups = found)
                .chain(() -> all(SegmentGroupEntity.class, id))
                .invoke(found -> parts.segmentGroups = found)
                .replaceWithVoid();
    }

    private Uni<Void> readServing(long id, TenantParts parts) {
        return all(ServerEntity.class, id)
                .invoke(found -> parts.servers = found)
                .chain(() -> all(ServerGroupEntity.class, id))
                .invoke(found -> parts.serverGroups = found)
                .chain(() -> connectorGroupsOfServerGroup.ids(ids(parts.serverGroups)))
                .invoke(found -> parts.connectorGroupIds = found)
                .chain(() -> serversOfServerGroup.ids(ids(parts.serverGroups)))
                .invoke(found -> parts.serverIds = found)
                .chain(() -> all(ApplicationEntity.class, id))
                .invoke(found -> parts.applications = found)
                .chain(() -> serverGroupsOfApplication.ids(ids(parts.applications)))
                .invoke(found -> parts.serverGroupIds = found)
                .chain(() -> sharing.of(ids(parts.applications)))
                .invoke(found -> parts.shares = found)
                .replaceWithVoid();
    }

    private static <E extends ConfigObject> Uni<List<E>> all(Class<E> type, long customerId) {
        return new ConfigObjectRepository<>(type).ofTenant(customerId);
    }

    private static List<Long> ids(List<? extends ConfigObject> objects) {
        return objects.stream().map(object -> object.id).toList();
    }
}
