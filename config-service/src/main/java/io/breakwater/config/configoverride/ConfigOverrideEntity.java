package io.breakwater.config.configoverride;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;

/** An override. Its name is made of key and target: one of each is enough. */
@Entity
@Table(name = "config_override")
public class ConfigOverrideEntity extends ConfigObject {
    public String targetType;
    public Long targetGid;
    public String targetName;
    public String configKey;
    public String configValue;
    public Long configValueInt;
    public Long sequence;
    public String brokerName;
    public String customerName;

    private static final List<Field<ConfigOverrideEntity, ?>> FIELDS = List.of(
            Field.readOnly("id", WireTypes.id(), override -> override.id),
            Field.readOnly("creationTime", WireTypes.time(), override -> override.creationTime),
            Field.readOnly("modifiedTime", WireTypes.time(), override -> override.modifiedTime),
            Field.readOnly("modifiedBy", WireTypes.id(), override -> override.modifiedBy),
            Field.readOnly("customerId", WireTypes.id(), override -> override.customerId),
            ConfigObject.keptDescription(),
            Field.of(
                    "targetType",
                    WireTypes.choice("customer", "feature_flag"),
                    override -> override.targetType,
                    (override, v) -> override.targetType = v,
                    "customer"),
            Field.of(
                    "targetGid",
                    WireTypes.id(),
                    override -> override.targetGid,
                    (override, v) -> override.targetGid = v,
                    0L),
            Field.of(
                    "targetName",
                    WireTypes.text(255),
                    override -> override.targetName,
                    (override, v) -> override.targetName = v),
            Field.required(
                    "configKey",
                    WireTypes.choice("config.feature.samesite_none", "config.feature.cors_enabled"),
                    override -> override.configKey,
                    (override, v) -> override.configKey = v),
            Field.of(
                    "configValue",
                    WireTypes.choice("enabled", "disabled"),
                    override -> override.configValue,
                    (override, v) -> override.configValue = v),
            Field.of(
                    "configValueInt",
                    WireTypes.number(0, Integer.MAX_VALUE),
                    override -> override.configValueInt,
                    (override, v) -> override.configValueInt = v),
            Field.of(
                    "sequence",
                    WireTypes.number(0, Integer.MAX_VALUE),
                    override -> override.sequence,
                    (override, v) -> override.sequence = v),
            Field.of(
                    "brokerName",
                    WireTypes.text(255),
                    override -> override.brokerName,
                    (override, v) -> override.brokerName = v),
            Field.of(
                    "customerName",
                    WireTypes.text(255),
                    override -> override.customerName,
                    (override, v) -> override.customerName = v));

    /** The resource {@code configOverride}. */
    public static final Shape<ConfigOverrideEntity> SHAPE = Shape.of("configOverride", FIELDS);
}
