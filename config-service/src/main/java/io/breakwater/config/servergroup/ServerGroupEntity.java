package io.breakwater.config.servergroup;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;

/** A server group. */
@Entity
@Table(name = "server_group")
public class ServerGroupEntity extends ConfigObject {
    public Boolean dynamicDiscovery;
    public Boolean ipAnchored;
    public Boolean extranetEnabled;
    public String configSpace;

    private static final List<Field<ServerGroupEntity, ?>> OWN = List.of(
            ConfigObject.clearedDescription(),
            Field.flag(
                    "dynamicDiscovery",
                    group -> group.dynamicDiscovery,
                    (group, v) -> group.dynamicDiscovery = v,
                    false),
            Field.flag("ipAnchored", group -> group.ipAnchored, (group, v) -> group.ipAnchored = v, false),
            Field.flag(
                    "extranetEnabled", group -> group.extranetEnabled, (group, v) -> group.extranetEnabled = v, false),
            Field.of(
                    "configSpace",
                    WireTypes.choice("DEFAULT", "SIEM"),
                    group -> group.configSpace,
                    (group, v) -> group.configSpace = v,
                    "DEFAULT"));

    /** The resource {@code serverGroup}. */
    public static final Shape<ServerGroupEntity> SHAPE = Shape.of("serverGroup", ConfigObject.fields(false, OWN));
}
