package io.breakwater.platform.security;

/** The names of our claims in an access token. */
public final class Claims {
    public static final String CUSTOMER_ID = "customerId";
    public static final String AGENT_ID = "agentId";
    public static final String GROUP_ID = "groupId";
    public static final String GROUP_KIND = "groupKind";

    private Claims() {}
}
