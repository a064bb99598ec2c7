package io.breakwater.config.agent;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.HostNames;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.TextList;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.contracts.event.AgentKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;

/** A Private Service Edge. */
@Entity
@DynamicUpdate
@Table(name = "service_edge")
public class EdgeEntity extends AgentEntity {
    private static final int MOST_ADDRESSES = 100;

    public String[] listenIps = {};
    public String[] publishIps = {};
    public Boolean publishIpv6 = false;

    private static final AgentKeys KEYS =
            new AgentKeys("serviceEdgeGroupId", "serviceEdgeGroupName", "privateBrokerVersion");

    /** The resource {@code serviceEdge}. */
    public static final Shape<EdgeEntity> SHAPE = Shape.of("serviceEdge", ConfigObject.fields(true, edgeFields()));

    @Override
    public AgentKind kind() {
        return AgentKind.SERVICE_EDGE;
    }

    @Override
    AgentKeys keys() {
        return KEYS;
    }

    private static List<Field<EdgeEntity, ?>> edgeFields() {
        TextList addresses = new TextList(MOST_ADDRESSES, EdgeEntity::address);
        List<Field<EdgeEntity, ?>> fields = new ArrayList<>(agentFields("serviceEdgeGroupId"));
        fields.add(Field.of("listenIps", addresses, edge -> edge.listenIps, (edge, v) -> edge.listenIps = v));
        fields.add(Field.of("publishIps", addresses, edge -> edge.publishIps, (edge, v) -> edge.publishIps = v));
        fields.add(Field.flag("publishIpv6", edge -> edge.publishIpv6, (edge, v) -> edge.publishIpv6 = v, false));
        return fields;
    }

    private static String address(String given) {
        String text = HostNames.plain(given);
        if (!HostNames.isIpAddress(text)) {
            throw new ValueRefused("must hold IP addresses");
        }
        return text;
    }
}
