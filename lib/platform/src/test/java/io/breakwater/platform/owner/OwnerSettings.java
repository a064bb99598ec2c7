package io.breakwater.platform.owner;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The settings of this package, from what a test says. */
final class OwnerSettings {
    private OwnerSettings() {}

    static SmallRyeConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(ConfigServiceConfig.class)
                .withMapping(DrControllerConfig.class)
                .withMapping(ServiceClientConfig.class)
                .withMapping(OwnerConfig.class)
                .withMapping(ResyncConfig.class)
                .withDefaultValues(values)
                .build();
    }

    /** Of a service beside this owner. */
    static Map<String, String> beside(OwnerServer owner, String secretFile) {
        Map<String, String> values = new HashMap<>();
        values.put("breakwater.config-service.url", owner.url().toString());
        values.put("breakwater.dr-controller.url", owner.url().toString());
        values.put("breakwater.service-client.secret-file", secretFile);
        return values;
    }
}
