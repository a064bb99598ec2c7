package io.breakwater.controller.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pages are kept up to date. */
@ConfigMapping(prefix = "breakwater.live")
public interface LiveConfig {
    /** A comment is sent this often, so that both sides notice a dead connection. */
    @WithDefault("PT15S")
    Duration keepAlive();

    /** At most one event of a kind in this time: changes in between are taken together. */
    @WithDefault("PT0.1S")
    Duration conflate();

    /** Pages that may follow at the same time on one replica; further ones are told to come again later. */
    @WithDefault("500")
    int mostPages();

    /** History entries in the first event. */
    @WithDefault("20")
    int history();
}
