package io.breakwater.config.segmentgroup;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;

/** A segment group. */
@Entity
@Table(name = "segment_group")
public class SegmentGroupEntity extends ConfigObject {
    public String configSpace;
    public String tcpKeepAliveEnabled;
    public Boolean policyMigrated;

    private static final List<Field<SegmentGroupEntity, ?>> OWN = List.of(
            ConfigObject.clearedDescription(),
            Field.of(
                    "configSpace",
                    WireTypes.choice("DEFAULT", "SIEM"),
                    group -> group.configSpace,
                    (group, v) -> group.configSpace = v,
                    "DEFAULT"),
            Field.of(
                    "tcpKeepAliveEnabled",
                    WireTypes.choice("0", "1"),
                    group -> group.tcpKeepAliveEnabled,
                    (group, v) -> group.tcpKeepAliveEnabled = v,
                    "0"),
            Field.flag("policyMigrated", group -> group.policyMigrated, (group, v) -> group.policyMigrated = v, false));

    /** The resource {@code segmentGroup}. */
    public static final Shape<SegmentGroupEntity> SHAPE = Shape.of("segmentGroup", ConfigObject.fields(false, OWN));
}
