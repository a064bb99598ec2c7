package io.breakwater.config.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Map;

/** Clients of the suite itself: its services and whoever runs it. They belong to no tenant. */
@ConfigMapping(prefix = "breakwater.service-clients")
public interface ServiceClientsConfig {
    /** By client id. */
    @WithParentName
    Map<String, ServiceClient> clients();

    /** One of them. */
    interface ServiceClient {
        /** File with the secret as text. */
        Path secretFile();

        /** {@code SERVICE} reads every tenant, {@code OPERATOR} makes tenants. */
        Role role();
    }

    /** What such a client may be. */
    enum Role {
        SERVICE,
        OPERATOR
    }
}
