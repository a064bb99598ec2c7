package io.breakwater.config.provisioning;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.HostNames;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.TextList;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;

/** A provisioning key. Its text is kept encrypted, and digested for the look-up. */
@Entity
@Table(name = "provisioning_key")
public class ProvisioningKeyEntity extends ConfigObject {
    private static final int MOST_USES = Integer.MAX_VALUE;
    private static final int MOST_ADDRESSES = 100;

    @Enumerated(EnumType.STRING)
    public AssociationType associationType;

    public Long appConnectorGroupId;
    public Long serviceEdgeGroupId;
    public Long enrollmentCertId;
    public Long maxUsage;
    public Long usageCount = 0L;
    public Boolean exportable;
    public String[] ipAcl = {};
    public Long expirationInEpochSec;
    public String keySha256;
    public byte[] encryptedKey;

    private static final List<Field<ProvisioningKeyEntity, ?>> OWN = List.of(
            Field.required(
                    "maxUsage", WireTypes.number(1, MOST_USES), key -> key.maxUsage, (key, v) -> key.maxUsage = v),
            Field.readOnly("usageCount", WireTypes.number(0, MOST_USES), key -> key.usageCount),
            Field.required(
                    "enrollmentCertId",
                    WireTypes.id(),
                    key -> key.enrollmentCertId,
                    (key, v) -> key.enrollmentCertId = v),
            Field.<ProvisioningKeyEntity, Long>readOnly("zcomponentId", WireTypes.id(), ProvisioningKeyEntity::groupId)
                    .derived(),
            Field.flag("exportable", key -> key.exportable, ProvisioningKeyEntity::mayExport, true),
            Field.of(
                    "ipAcl",
                    new TextList(MOST_ADDRESSES, ProvisioningKeyEntity::network),
                    key -> key.ipAcl,
                    (key, v) -> key.ipAcl = v,
                    new String[0]),
            Field.of(
                    "expirationInEpochSec",
                    WireTypes.number(0, Integer.MAX_VALUE),
                    key -> key.expirationInEpochSec,
                    (key, v) -> key.expirationInEpochSec = v));

    /** The resource {@code provisioningKey}, but for its text. */
    public static final Shape<ProvisioningKeyEntity> SHAPE =
            Shape.of("provisioningKey", ConfigObject.fields(true, OWN));

    /** The group that it enrols into. */
    public Long groupId() {
        return associationType == AssociationType.CONNECTOR_GRP ? appConnectorGroupId : serviceEdgeGroupId;
    }

    /** Once hidden, the text stays hidden. */
    private void mayExport(Boolean wanted) {
        exportable = wanted && !Boolean.FALSE.equals(exportable);
    }

    void enrolInto(Long groupId) {
        appConnectorGroupId = associationType == AssociationType.CONNECTOR_GRP ? groupId : null;
        serviceEdgeGroupId = associationType == AssociationType.SERVICE_EDGE_GRP ? groupId : null;
    }

    private static String network(String given) {
        String text = HostNames.plain(given);
        if (!HostNames.isIpAddress(text) && !HostNames.isNetwork(text)) {
            throw new ValueRefused("must hold IP addresses or networks such as 192.0.2.0/24");
        }
        return text;
    }
}
