package io.breakwater.controller.live;

import java.util.Locale;

/** What a page follows; its lower-case name is the event's name. */
enum Topic {
    STATE,
    HISTORY,
    CONVERGENCE;

    String eventName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
