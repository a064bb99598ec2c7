package io.breakwater.contracts.config;

import java.util.List;

/** An application segment: domain names, port ranges, who serves it, and whether it is designated for DR. */
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
        String microtenantId) {

    /** Inclusive, 1 to 65535. */
    public record PortRange(int from, int to) {}
}
