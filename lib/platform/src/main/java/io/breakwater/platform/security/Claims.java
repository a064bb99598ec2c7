package io.breakwater.platform.security;

/** The names of our claims in an access token. */
public final class Claims {
    public static final String CUSTOMER_ID = "customerId";
    public static final String AGENT_ID = "agentId";
    public static final String GROUP_ID = "groupId";
    public static final String GROUP_KIND = "groupKind";

    /** The microtenant that the client is confined to; absent: none. */
    public static final String MICROTENANT_ID = "microtenantId";

    /** The role of an administrator's or API key's token. */
    public static final String ROLE_ID = "roleId";

    /** What the role permits: an object from the class of permission to {@code FULL} or {@code VIEW_ONLY}. */
    public static final String PERMISSIONS = "permissions";

    private Claims() {}
}
