package io.breakwater.platform.owner;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is read from the services that own data. */
@ConfigMapping(prefix = "breakwater.owner")
public interface OwnerConfig {
    /** Octets of one answer that is no part of a table, such as a tenant's whole configuration. */
    @WithDefault("32M")
    MemorySize answerBytes();

    /** Entries that are asked for in one part of a table; fewer when they do not fit. */
    @WithDefault("200")
    int pageItems();

    /** Octets of one part of a table. */
    @WithDefault("4M")
    MemorySize pageBytes();

    /** Entries of a whole table. */
    @WithDefault("200000")
    long tableItems();

    /** Octets of a whole table. */
    @WithDefault("256M")
    MemorySize tableBytes();

    /** For a whole table. */
    @WithDefault("PT1M")
    Duration tableTimeout();

    /** Connections to one owner. */
    @WithDefault("4")
    int connections();

    /** Requests that wait for a connection; what comes beyond fails. */
    @WithDefault("256")
    int waiting();
}
