package io.breakwater.config.agent;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.WireTypes;
import io.breakwater.contracts.event.AgentKind;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The columns of an enrolled agent of either kind. */
@MappedSuperclass
public abstract class AgentEntity extends ConfigObject {
    public Long groupId;
    public Long provisioningKeyId;
    public String provisioningKeyName;
    public Long enrollmentCertId;

    /** SHA-256 of its certificate, lower-case hex. */
    public String fingerprint;

    public Instant certificateNotAfter;
    public String platform;
    public String currentVersion;
    public String publicIp;

    /** The boot whose tokens count. */
    public String bootId;

    public Instant bootedAt;

    /** When it last got a token. */
    public Instant lastConnectTime;

    public abstract AgentKind kind();

    abstract AgentKeys keys();

    /** @param group the key of the group's id, which differs between the kinds */
    static <E extends AgentEntity> List<Field<E, ?>> agentFields(String group) {
        List<Field<E, ?>> fields = new ArrayList<>();
        fields.add(ConfigObject.keptDescription());
        fields.add(Field.<E, Long>readOnly(group, WireTypes.id(), agent -> agent.groupId)
                .keptAs("groupId"));
        fields.add(Field.readOnly("provisioningKeyId", WireTypes.id(), agent -> agent.provisioningKeyId));
        fields.add(Field.readOnly("provisioningKeyName", WireTypes.text(255), agent -> agent.provisioningKeyName));
        fields.add(Field.<E, Long>readOnly("issuedCertId", WireTypes.id(), agent -> agent.enrollmentCertId)
                .keptAs("enrollmentCertId"));
        fields.add(Field.readOnly("fingerprint", WireTypes.text(64), agent -> agent.fingerprint));
        fields.add(Field.readOnly("platform", WireTypes.text(64), agent -> agent.platform));
        fields.add(Field.readOnly("currentVersion", WireTypes.text(64), agent -> agent.currentVersion));
        fields.add(Field.<E, String>readOnly("expectedVersion", WireTypes.text(64), agent -> agent.currentVersion)
                .keptAs("currentVersion"));
        fields.add(Field.readOnly("publicIp", WireTypes.text(64), agent -> agent.publicIp));
        fields.add(Field.<E, Instant>readOnly("lastBrokerConnectTime", WireTypes.time(), agent -> agent.lastConnectTime)
                .keptAs("lastConnectTime"));
        return fields;
    }
}
