package io.breakwater.config.provisioning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How provisioning keys are made. */
@ConfigMapping(prefix = "breakwater.provisioning")
public interface ProvisioningConfig {
    /** The host that stands in the text of a key. */
    @WithDefault("api.breakwater.local")
    String apiHost();
}
