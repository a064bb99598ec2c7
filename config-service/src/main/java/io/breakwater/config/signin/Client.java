package io.breakwater.config.signin;

/**
 * Who signed in.
 *
 * @param customerId the tenant, or null for a client of the suite itself
 * @param role one of {@link io.breakwater.platform.security.Roles}
 */
record Client(String id, String customerId, String role) {}
