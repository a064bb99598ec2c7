package io.breakwater.contracts.config;

/** An App Connector group or a Private Service Edge group, as far as agents need it. {@code dnsQueryType} is null for an edge group. */
public record GroupConf(
        String id,
        String name,
        boolean enabled,
        boolean useInDrMode,
        String dnsQueryType,
        String versionProfileId,
        String microtenantId) {

    public GroupConf {
        microtenantId = Microtenant.orDefault(microtenantId);
    }
}
