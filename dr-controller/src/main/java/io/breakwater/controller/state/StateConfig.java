package io.breakwater.controller.state;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How states are decided and told. */
@ConfigMapping(prefix = "breakwater.state")
public interface StateConfig {
    /** Octets of one part of the table of all tenants' states; the further ones come with the next part. */
    @WithDefault("2M")
    MemorySize pageBytes();

    /** Judgements that are remembered, so that the same record is not verified again; bounded in octets too. */
    @WithDefault("4096")
    int evaluationsRemembered();

    /**
     * At most one change of a state in this time that switches nothing: held and released again, the same activation in another record
     * set. What comes in between is counted and judged when the time is over. Modes are never kept waiting.
     */
    @WithDefault("PT10S")
    Duration damping();

    /** Changes of the history that are judged again when a tenant's settings turn out to have been another's. */
    @WithDefault("300")
    int rebuiltFrom();

    Denial denial();

    /** When authorities' denials end DR for a tenant whose policy is off-after. */
    interface Denial {
        /** Looks closer together than this are one look, by the watcher's clock or by ours. */
        @WithDefault("PT10S")
        Duration spacing();

        /** A longer time without a look begins the count anew. */
        @WithDefault("PT5M")
        Duration widestGap();

        /** Looks that it takes, beside the time of the policy. */
        @WithDefault("3")
        int leastLooks();
    }
}
