package io.breakwater.config.permission;

/** What permissions are given for. The name is the wire's {@code aclClass}. */
public enum PermissionClass {
    APP_CONNECTORS("App Connectors", false),
    SERVICE_EDGES("Private Service Edges", false),
    PROVISIONING_KEYS("Provisioning Keys", false),
    CERTIFICATES("Enrollment Certificates", true),
    VERSION_PROFILES("Version Profiles", true),
    SERVERS("Servers and Server Groups", false),
    APPLICATIONS("Application Segments and Segment Groups", false),
    MICROTENANTS("Microtenants", true),
    ADMINISTRATORS("Administrators, Roles and API Keys", false),
    DISASTER_RECOVERY("Disaster Recovery", true),
    COMPANY_SETTINGS("Company Settings", true),
    AUDIT_LOGS("Audit Logs", true);

    private final String friendlyName;
    private final boolean tenantWide;

    PermissionClass(String friendlyName, boolean tenantWide) {
        this.friendlyName = friendlyName;
        this.tenantWide = tenantWide;
    }

    public String friendlyName() {
        return friendlyName;
    }

    /** Whether it concerns the tenant as a whole, so that nobody who is confined to a microtenant may change it. */
    public boolean isTenantWide() {
        return tenantWide;
    }
}
