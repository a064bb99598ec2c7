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

    /** How far an activation that was applied may start ahead of this clock. */
    @WithDefault("PT5S")
    Duration tolerance();
}
