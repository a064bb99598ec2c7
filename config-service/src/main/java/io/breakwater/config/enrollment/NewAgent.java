package io.breakwater.config.enrollment;

import io.breakwater.config.agent.AgentEntity;
import io.breakwater.config.agent.ConnectorEntity;
import io.breakwater.config.agent.EdgeEntity;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.limits.Limits;
import io.breakwater.config.provisioning.ProvisioningKeyEntity;
import io.breakwater.contracts.event.AgentKind;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Makes the object of an agent that enrols. Safe for threads. */
@Singleton
class NewAgent {
    private final NewObjects newObjects;

    NewAgent(NewObjects newObjects) {
        this.newObjects = newObjects;
    }

    Limits limits() {
        return newObjects.limits();
    }

    AgentEntity of(EnrollmentRequest request, ProvisioningKeyEntity key, String address, Instant now) {
        AgentKind kind = key.associationType.kind().orElseThrow();
        TenantScope scope = new TenantScope(key.customerId, key.microtenantId);
        AgentEntity agent =
                newObjects.place(scope, kind == AgentKind.APP_CONNECTOR ? new ConnectorEntity() : new EdgeEntity());
        agent.name = request.name();
        agent.enabled = true;
        agent.creationTime = now;
        agent.modifiedTime = now;
        agent.groupId = key.groupId();
        agent.provisioningKeyId = key.id;
        agent.provisioningKeyName = key.name;
        agent.platform = request.platform();
        agent.currentVersion = request.version();
        agent.publicIp = address;
        return agent;
    }
}
