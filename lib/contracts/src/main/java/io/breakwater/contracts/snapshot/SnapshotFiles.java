package io.breakwater.contracts.snapshot;

import java.util.List;

/** The files of a configuration snapshot, by ZPA's names. */
public final class SnapshotFiles {
    public static final String APPLICATIONS = "application_conf.json";
    public static final String CUSTOMER = "customer_conf.json";
    public static final String OVERRIDES = "override_conf.json";
    public static final String OTHER = "other_conf.json";

    /** All of them, in the manifest's order. */
    public static final List<String> ALL = List.of(APPLICATIONS, CUSTOMER, OVERRIDES, OTHER);

    private SnapshotFiles() {}
}
