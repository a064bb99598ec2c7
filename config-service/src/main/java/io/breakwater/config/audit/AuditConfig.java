package io.breakwater.config.audit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of an audit trail is read at a time. */
@ConfigMapping(prefix = "breakwater.audit")
public interface AuditConfig {
    /** Octets of the entries that are read at a time; one more entry may be begun. */
    @WithDefault("2M")
    MemorySize partBytes();

    /** Octets of the entries of one download. */
    @WithDefault("16M")
    MemorySize downloadBytes();

    /** Entries of one download. */
    @WithDefault("50000")
    int downloadEntries();
}
