package io.breakwater.controller.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is taken of settings that come by event. */
@ConfigMapping(prefix = "breakwater.settings")
public interface SettingsConfig {
    /** Settings whose revision lies further than this from the stored one are not taken from an event: config-service is asked. */
    @WithDefault("100000")
    long largestRevisionJump();

    /** Keys that are remembered of a tenant after config-service took them away. */
    @WithDefault("64")
    int keysRemembered();
}
