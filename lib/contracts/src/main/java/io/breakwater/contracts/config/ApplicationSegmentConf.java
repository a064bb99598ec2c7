package io.breakwater.contracts.config;

import java.util.List;

/**
 * An application segment: domain names, port ranges, who serves it, and whether it is designated for DR.
 *
 * @param microtenantId its owner
 * @param sharedWithMicrotenants who else may see it; its server groups stay the owner's alone
 */
public record ApplicationSegmentConf(
        String id,
        String name,
        boolean enabled,
        boolean useInDrMode,
        List<String> domainNames,
        List<PortRange> tcpPortRanges,
        List<PortRange> udpPortRanges,
        String segmentGroupId,
        List<String> serverGroupIds,
        boolean doubleEncrypt,
        String bypassType,
        String healthReporting,
        String microtenantId,
        List<String> sharedWithMicrotenants) {

    public ApplicationSegmentConf {
        microtenantId = Microtenant.orDefault(microtenantId);
        sharedWithMicrotenants = sharedWithMicrotenants == null ? List.of() : sharedWithMicrotenants;
    }

    /** One that is shared with nobody. */
    public ApplicationSegmentConf(
            String id,
            String name,
            boolean enabled,
            boolean useInDrMode,
            List<String> domainNames,
            List<PortRange> tcpPortRanges,
            List<PortRange> udpPortRanges,
            String segmentGroupId,
            List<String> serverGroupIds,
            boolean doubleEncrypt,
            String bypassType,
            String healthReporting,
            String microtenantId) {
        this(
                id,
                name,
                enabled,
                useInDrMode,
                domainNames,
                tcpPortRanges,
                udpPortRanges,
                segmentGroupId,
                serverGroupIds,
                doubleEncrypt,
                bypassType,
                healthReporting,
                microtenantId,
                List.of());
    }

    /** Inclusive, 1 to 65535. */
    public record PortRange(int from, int to) {}
}
