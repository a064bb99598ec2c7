package io.breakwater.platform.problem;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Leaves it to {@link RequestTargets} to refuse an address that is none: Quarkus does so before everything else, with an empty answer, unless
 * this system property says otherwise. It reads it when its server is made, and the configuration is made before that.
 */
public final class AddressChecks implements SmallRyeConfigBuilderCustomizer {
    private static final String OF_QUARKUS = "vertx.disableURIValidation";

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        if (System.getProperty(OF_QUARKUS) == null) {
            System.setProperty(OF_QUARKUS, "true");
        }
    }
}
