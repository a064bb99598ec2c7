package io.breakwater.config.configoverride;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.wire.Refusals;
import jakarta.inject.Singleton;

/** A tenant's overrides. */
@Singleton
public class ConfigOverrideService extends ConfigObjectService<ConfigOverrideEntity> {
    ConfigOverrideService(NewObjects newObjects, TenantWrites writes) {
        super(ConfigOverrideEntity.SHAPE, ConfigOverrideEntity.class, ConfigOverrideEntity::new, newObjects, writes);
    }

    @Override
    protected void check(ConfigOverrideEntity override, ObjectNode body, Refusals refusals) {
        override.enabled = true;
        override.name = override.configKey + " of " + override.targetType + " " + override.targetGid;
        refusals.addWhen(
                override.configValue == null && override.configValueInt == null,
                "configValue",
                "is required: enabled or disabled");
    }
}
