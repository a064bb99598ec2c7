package io.breakwater.config.openapi;

import io.breakwater.config.administrator.AdministratorShape;
import io.breakwater.config.agent.ConnectorEntity;
import io.breakwater.config.agent.EdgeEntity;
import io.breakwater.config.apikey.ApiKeyEntity;
import io.breakwater.config.application.ApplicationShape;
import io.breakwater.config.certificate.CertificateEntity;
import io.breakwater.config.configoverride.ConfigOverrideEntity;
import io.breakwater.config.connectorgroup.ConnectorGroupEntity;
import io.breakwater.config.continuity.ContinuityEntity;
import io.breakwater.config.edgegroup.EdgeGroupEntity;
import io.breakwater.config.microtenant.MicrotenantEntity;
import io.breakwater.config.network.TrustedNetworkEntity;
import io.breakwater.config.provisioning.ProvisioningKeyEntity;
import io.breakwater.config.role.RoleEntity;
import io.breakwater.config.schedule.AgentScheduleEntity;
import io.breakwater.config.segmentgroup.SegmentGroupEntity;
import io.breakwater.config.server.ServerEntity;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Schemas of the management API's resources. Each has three: as it is read ({@code server}), as an update may send it
 * ({@code serverUpdate}) and as a create request must ({@code serverCreate}). What {@code META-INF/openapi.yaml} says of a resource
 * beyond its {@link Shape}, such as what it is linked to, is kept.
 */
final class ResourceSchemas {
    private static final String UPDATE = "Update";
    private static final String CREATE = "Create";
    private static final List<String> COMMON_FLAGS = List.of("readOnly", "zscalerManaged");

    /** Resources by the segment of the path that names them. */
    private static final Map<String, Shape<?>> RESOURCES = Map.ofEntries(
            Map.entry("administrators", AdministratorShape.SHAPE),
            Map.entry("apiKeys", ApiKeyEntity.SHAPE),
            Map.entry("appConnectorGroup", ConnectorGroupEntity.SHAPE),
            Map.entry("application", ApplicationShape.SHAPE),
            Map.entry("businessContinuitySettings", ContinuityEntity.SHAPE),
            Map.entry("configOverrides", ConfigOverrideEntity.SHAPE),
            Map.entry("connector", ConnectorEntity.SHAPE),
            Map.entry("connectorSchedule", AgentScheduleEntity.SHAPE),
            Map.entry("enrollmentCert", CertificateEntity.SHAPE),
            Map.entry("microtenants", MicrotenantEntity.SHAPE),
            Map.entry("network", TrustedNetworkEntity.SHAPE),
            Map.entry("provisioningKey", ProvisioningKeyEntity.SHAPE),
            Map.entry("roles", RoleEntity.SHAPE),
            Map.entry("segmentGroup", SegmentGroupEntity.SHAPE),
            Map.entry("server", ServerEntity.SHAPE),
            Map.entry("serverGroup", ServerGroupEntity.SHAPE),
            Map.entry("serviceEdge", EdgeEntity.SHAPE),
            Map.entry("serviceEdgeGroup", EdgeGroupEntity.SHAPE),
            Map.entry("serviceEdgeSchedule", AgentScheduleEntity.SHAPE));

    private ResourceSchemas() {}

    /** The name of the schema of what such a path is about, when it is a resource with a shape. */
    static Optional<String> ofPath(String segment) {
        return Optional.ofNullable(RESOURCES.get(segment)).map(Shape::kind);
    }

    static String update(String kind) {
        return kind + UPDATE;
    }

    static String create(String kind) {
        return kind + CREATE;
    }

    /** Adds the schemas of all resources. */
    static void addTo(Components components) {
        RESOURCES.values().stream().distinct().forEach(shape -> add(components, shape));
    }

    private static void add(Components components, Shape<?> shape) {
        Map<String, Schema> written = new LinkedHashMap<>();
        Map<String, Schema> read = new LinkedHashMap<>();
        shape.fields().forEach(field -> {
            written.put(field.name(), ValueSchemas.written(field.type().form()));
            if (field.isWritable()) {
                read.put(field.name(), ValueSchemas.read(field.type().form()));
            }
        });
        written.put("microtenantId", ValueSchemas.id());
        written.put("microtenantName", ValueSchemas.text());
        COMMON_FLAGS.forEach(flag -> written.put(flag, OASFactory.createSchema().addType(SchemaType.BOOLEAN)));
        List<String> required =
                shape.fields().stream().filter(Field::required).map(Field::name).toList();
        put(components, shape.kind(), written);
        Examples.of(shape.kind(), "answer").ifPresent(components.getSchemas().get(shape.kind())::addExample);
        put(components, update(shape.kind()), read);
        Schema create = OASFactory.createSchema().addAllOf(reference(update(shape.kind())));
        if (!required.isEmpty()) {
            create.addAllOf(OASFactory.createSchema().required(required));
        }
        Examples.of(shape.kind(), "request").ifPresent(create::addExample);
        components.addSchema(create(shape.kind()), create);
    }

    /** Under what the document says of it already. */
    private static void put(Components components, String name, Map<String, Schema> properties) {
        Schema there = components.getSchemas().get(name);
        Schema schema = there == null ? OASFactory.createSchema() : there;
        Map<String, Schema> all = new LinkedHashMap<>(properties);
        if (schema.getProperties() != null) {
            all.putAll(schema.getProperties());
        }
        components.addSchema(name, schema.type(List.of(SchemaType.OBJECT)).properties(all));
    }

    static Schema reference(String name) {
        return OASFactory.createSchema().ref(name);
    }
}
