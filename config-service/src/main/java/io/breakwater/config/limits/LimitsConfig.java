package io.breakwater.config.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many objects of each kind a tenant may have, and how much one of them or one answer may hold. The defaults are ZPA's. */
@ConfigMapping(prefix = "breakwater.limits")
public interface LimitsConfig {
    /** App Connectors. */
    @WithDefault("100")
    int connectors();

    /** App Connector groups. */
    @WithDefault("100")
    int connectorGroups();

    /** Provisioning keys of App Connector groups. */
    @WithDefault("100")
    int connectorProvisioningKeys();

    /** Private Service Edges. */
    @WithDefault("100")
    int serviceEdges();

    /** Private Service Edge groups. */
    @WithDefault("100")
    int serviceEdgeGroups();

    /** Provisioning keys of Private Service Edge groups. */
    @WithDefault("100")
    int serviceEdgeProvisioningKeys();

    /** Application segments. */
    @WithDefault("6000")
    int applicationSegments();

    /** Domain names of one application segment; at most 10,000. */
    @WithDefault("2000")
    @Max(10_000)
    int domainsPerSegment();

    /** Entries of one page of a list of objects; a client that asks for more gets this many. Lists that are not of one table have at most 500. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int pageSize();

    /** Octets of the domain names and ports of all application segments together. */
    @WithDefault("8M")
    MemorySize segmentBytes();

    /** Segment groups. */
    @WithDefault("200")
    int segmentGroups();

    /** Servers. */
    @WithDefault("10000")
    int servers();

    /** Server groups. */
    @WithDefault("1000")
    int serverGroups();

    /** Enrolment certificates. */
    @WithDefault("1000")
    int enrollmentCertificates();

    /** Microtenants, without the Default one. */
    @WithDefault("500")
    int microtenants();

    /** Administrators. */
    @WithDefault("5000")
    int administrators();

    /** Roles, without the built-in ones. */
    @WithDefault("100")
    int roles();

    /** API keys. */
    @WithDefault("100")
    int apiKeys();

    /** Trusted networks. */
    @WithDefault("1000")
    int trustedNetworks();

    /** Configuration overrides. */
    @WithDefault("100")
    int configOverrides();
}
