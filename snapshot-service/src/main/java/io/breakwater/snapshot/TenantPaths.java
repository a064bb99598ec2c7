package io.breakwater.snapshot;

/**
 * The paths below a tenant. Ids and names are letters, digits, dots, lines and hyphens: anything else is no path of ours, and never comes
 * near the database.
 */
public final class TenantPaths {
    /** Of every resource class: one prefix, so that their methods are matched together. */
    public static final String TENANT = "/api/v1/customers/{customerId: [A-Za-z0-9._-]{1,64}}";

    /** Below {@link #TENANT}. */
    public static final String SNAPSHOTS = "snapshots";

    /** Below {@link #TENANT}. */
    public static final String GROUP_SNAPSHOTS = "groups/{groupId: [A-Za-z0-9._-]{1,64}}/snapshots";

    /** Below {@link #TENANT}. */
    public static final String MANIFEST = GROUP_SNAPSHOTS + "/{name: [A-Za-z0-9._-]{1,128}}/manifest";

    /** Below {@link #TENANT}. */
    public static final String FILE =
            GROUP_SNAPSHOTS + "/{name: [A-Za-z0-9._-]{1,128}}/files/{file: [A-Za-z0-9._-]{1,128}}";

    private TenantPaths() {}
}
