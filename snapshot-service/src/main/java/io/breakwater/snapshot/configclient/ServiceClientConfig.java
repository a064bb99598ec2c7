package io.breakwater.snapshot.configclient;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** As whom this service signs in. */
@ConfigMapping(prefix = "breakwater.service-client")
public interface ServiceClientConfig {
    /** The client id under which this service signs in at config-service. */
    @WithDefault("snapshot-service")
    String id();

    /** Holds the client's secret; read at each sign-in, so that it can be changed while the service runs. */
    Path secretFile();
}
