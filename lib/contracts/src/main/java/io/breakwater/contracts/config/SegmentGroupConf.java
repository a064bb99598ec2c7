package io.breakwater.contracts.config;

/** A segment group. */
public record SegmentGroupConf(String id, String name, boolean enabled, String microtenantId) {
    public SegmentGroupConf {
        microtenantId = Microtenant.orDefault(microtenantId);
    }

    /** One of the Default microtenant. */
    public SegmentGroupConf(String id, String name, boolean enabled) {
        this(id, name, enabled, Microtenant.DEFAULT);
    }
}
