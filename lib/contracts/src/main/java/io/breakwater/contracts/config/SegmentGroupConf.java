package io.breakwater.contracts.config;

/** A segment group. */
public record SegmentGroupConf(String id, String name, boolean enabled) {}
