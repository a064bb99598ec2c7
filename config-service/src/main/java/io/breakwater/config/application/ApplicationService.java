package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.configobject.ReadObject;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.limits.Limits;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.segmentgroup.SegmentGroupEntity;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.breakwater.config.sql.PooledSql;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.wire.JsonBytes;
import io.breakwater.config.wire.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Application segments. */
@Singleton
public class ApplicationService extends ConfigObjectService<ApplicationEntity> {
    private static final String[] NO_PORTS = {};
    private static final String OTHERS = "select coalesce(sum(listed_octets), 0)::bigint from application_segment"
            + " where customer_id = $1 and id <> $2";

    private final Association<ServerGroupEntity> serverGroups =
            new Association<>("application_server_group", "application_id", "server_group_id", ServerGroupEntity.class);
    private final ConfigObjectRepository<SegmentGroupEntity> segmentGroups =
            new ConfigObjectRepository<>(SegmentGroupEntity.class);
    private final MatchStyles matchStyles;
    private final PooledSql pool;
    private final Limits limits;

    ApplicationService(NewObjects newObjects, TenantWrites writes, MatchStyles matchStyles, PooledSql pool) {
        super(ApplicationShape.SHAPE, ApplicationEntity.class, ApplicationEntity::new, newObjects, writes);
        this.matchStyles = matchStyles;
        this.pool = pool;
        this.limits = newObjects.limits();
    }

    @Override
    protected ObjectScope visible(ObjectScope scope) {
        return new SharedScope(scope);
    }

    @Override
    protected Uni<ApplicationEntity> requireOwn(ObjectScope scope, String id) {
        return super.requireOwn(scope, id);
    }

    @Override
    protected void initialize(ApplicationEntity application, ObjectScope scope) {
        application.tcpPorts = NO_PORTS;
        application.udpPorts = NO_PORTS;
    }

    @Override
    protected void check(ApplicationEntity application, ObjectNode body, Refusals refusals) {
        PortRanges.TCP.read(body, refusals).ifPresent(ports -> application.tcpPorts = ports);
        PortRanges.UDP.read(body, refusals).ifPresent(ports -> application.udpPorts = ports);
        application.listedOctets =
                octets(application.domainNames) + octets(application.tcpPorts) + octets(application.udpPorts);
        ApplicationRules.check(application, refusals);
        ApplicationRules.checkRequest(application, body, limits.domainsPerSegment(), refusals);
    }

    @Override
    protected Uni<Void> admit(ApplicationEntity application, ObjectNode body) {
        TenantScope scope = new TenantScope(application.customerId, application.microtenantId);
        return segmentGroups
                .find(scope.where(), application.segmentGroupId)
                .onItem()
                .ifNull()
                .failWith(() -> IdList.unknown("segmentGroupId"))
                .chain(() -> matchStyles.requireAgreement(application))
                .chain(() -> SessionSql.row(OTHERS, application.customerId, application.id))
                .invoke(others -> limits.requireRoomForSegments((Long) others[0] + application.listedOctets))
                .replaceWithVoid();
    }

    private static long octets(String[] texts) {
        long octets = 0;
        for (String text : texts == null ? NO_PORTS : texts) {
            octets += text.getBytes(StandardCharsets.UTF_8).length;
        }
        return octets;
    }

    @Override
    protected ObjectNode columns(ApplicationEntity application) {
        return withPorts(application, super.columns(application));
    }

    @Override
    protected ObjectNode portableFields(ApplicationEntity application) {
        return withPorts(application, super.portableFields(application));
    }

    /** In one of their two forms: one is enough where nobody asks for the other. */
    private static ObjectNode withPorts(ApplicationEntity application, ObjectNode fields) {
        ApplicationViews.putPorts(application, fields);
        return fields.remove(List.of("tcpPortRanges", "udpPortRanges"));
    }

    @Override
    protected Map<String, Association<?>> links() {
        return Map.of("serverGroups", serverGroups);
    }

    /** From their rows: a tenant has thousands of segments. */
    @Override
    public Uni<byte[]> listJson(ObjectScope scope, ListQuery query) {
        return pool.read(statements -> new SegmentReader(statements).page(scope, query, limits.pageSize()));
    }

    @Override
    public Uni<ReadObject> read(ObjectScope scope, String id) {
        return pool.read(
                statements -> new SegmentReader(statements).one(scope, id).map(ReadObject::of));
    }

    @Override
    protected Uni<List<ObjectNode>> views(ObjectScope scope, List<ApplicationEntity> page) {
        List<Long> ids = page.stream().map(application -> application.id).toList();
        return new SegmentReader(SessionSql::rows)
                .all(ids)
                .map(found ->
                        ids.stream().map(id -> JsonBytes.tree(found.get(id))).toList());
    }
}
