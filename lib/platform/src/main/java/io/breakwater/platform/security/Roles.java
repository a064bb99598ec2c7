package io.breakwater.platform.security;

/** The roles of an access token (claim {@code groups}). */
public final class Roles {
    /** A tenant's administrator, or a program with the tenant's API key. */
    public static final String ADMIN = "ADMIN";

    /** An enrolled agent of a tenant. */
    public static final String AGENT = "AGENT";

    /** Another service of the suite; crosses tenants. */
    public static final String SERVICE = "SERVICE";

    /** Whoever runs the suite; crosses tenants. */
    public static final String OPERATOR = "OPERATOR";

    private Roles() {}
}
