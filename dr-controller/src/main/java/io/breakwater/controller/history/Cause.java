package io.breakwater.controller.history;

/** What made the state change. */
public enum Cause {
    /** The record set was seen. */
    OBSERVED,
    /** The clock reached a start or passed an end. */
    TIMER,
    /** Domain, keys or policies changed, and what was last seen was judged again. */
    SETTINGS,
    /** The settings that had led to the state were not config-service's: it was found again from what verifies with the right keys. */
    MENDED
}
