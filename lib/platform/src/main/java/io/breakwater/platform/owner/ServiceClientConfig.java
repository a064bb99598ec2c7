package io.breakwater.platform.owner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** As whom this service signs in. */
@ConfigMapping(prefix = "breakwater.service-client")
public interface ServiceClientConfig {
    /** The client id under which this service signs in at config-service; its own name by default. */
    @WithDefault("${quarkus.application.name:breakwater}")
    String id();

    /** Holds the client's secret; read at each sign-in, so that it can be changed while the service runs. Without it no owner is asked. */
    Optional<Path> secretFile();
}
