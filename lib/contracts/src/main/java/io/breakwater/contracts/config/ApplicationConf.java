package io.breakwater.contracts.config;

import java.util.List;

/** The content of {@code application_conf.json}: what the group's agents serve, in NORMAL all of it, in DR the designated segments. */
public record ApplicationConf(
        List<ApplicationSegmentConf> applicationSegments,
        List<SegmentGroupConf> segmentGroups,
        List<ServerGroupConf> serverGroups,
        List<ServerConf> servers) {}
