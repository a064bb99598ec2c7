package io.breakwater.config.signin;

import io.breakwater.config.permission.Permissions;
import java.time.Duration;

/**
 * Who signed in.
 *
 * @param customerId the tenant, or null for a client of the suite itself
 * @param microtenantId the microtenant it is confined to, or null
 * @param role one of {@link io.breakwater.platform.security.Roles}
 * @param roleId of a tenant's client, or null
 * @param permissions of a client that may not do everything, or null
 * @param life how long its tokens live, or null for the setting's
 */
record Client(
        String id,
        String customerId,
        String microtenantId,
        String role,
        Long roleId,
        Permissions permissions,
        Duration life) {
    /** A client of the suite itself. */
    static Client ofSuite(String id, String role) {
        return new Client(id, null, null, role, null, null, null);
    }
}
