package io.breakwater.config.edgegroup;

import io.breakwater.config.agentgroup.AgentGroup;
import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;

/** A Private Service Edge group. */
@Entity
@Table(name = "service_edge_group")
public class EdgeGroupEntity extends AgentGroup {
    /** {@code TRUE}, {@code FALSE} or {@code DEFAULT}. */
    public String isPublic;

    public Boolean graceDistanceEnabled;
    public BigDecimal graceDistanceValue;
    public String graceDistanceValueUnit;
    public Boolean exclusiveForBusinessContinuity;

    private static final List<Field<EdgeGroupEntity, ?>> OWN = List.of(
            Field.of(
                    "isPublic",
                    WireTypes.choice("TRUE", "FALSE", "DEFAULT"),
                    group -> group.isPublic,
                    (group, v) -> group.isPublic = v,
                    "FALSE"),
            Field.flag(
                    "graceDistanceEnabled",
                    group -> group.graceDistanceEnabled,
                    (group, v) -> group.graceDistanceEnabled = v,
                    false),
            Field.of(
                    "graceDistanceValue",
                    new Distance(),
                    group -> group.graceDistanceValue,
                    (group, v) -> group.graceDistanceValue = v),
            Field.of(
                    "graceDistanceValueUnit",
                    WireTypes.choice("MILES", "KMS"),
                    group -> group.graceDistanceValueUnit,
                    (group, v) -> group.graceDistanceValueUnit = v),
            Field.flag(
                    "exclusiveForBusinessContinuity",
                    group -> group.exclusiveForBusinessContinuity,
                    (group, v) -> group.exclusiveForBusinessContinuity = v,
                    false));

    /** The resource {@code serviceEdgeGroup}. */
    public static final Shape<EdgeGroupEntity> SHAPE =
            Shape.of("serviceEdgeGroup", ConfigObject.fields(true, groupFields(true, OWN)));
}
