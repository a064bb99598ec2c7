package io.breakwater.platform.security;

/** The roles of an access token (claim {@code groups}). */
public final class Roles {
    /** A tenant's administrator, or a program with an API key of the tenant, whose role permits everything. */
    public static final String ADMIN = "ADMIN";

    /** The same with a role that permits less; only config-service knows what. */
    public static final String DELEGATED_ADMIN = "DELEGATED_ADMIN";

    /** An enrolled agent of a tenant. */
    public static final String AGENT = "AGENT";

    /** Another service of the suite; crosses tenants. */
    public static final String SERVICE = "SERVICE";

    /** Whoever runs the suite; crosses tenants. */
    public static final String OPERATOR = "OPERATOR";

    private Roles() {}
}
