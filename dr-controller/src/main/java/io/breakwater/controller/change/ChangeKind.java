package io.breakwater.controller.change;

/** What changed. */
public enum ChangeKind {
    /** State, and with it history and timers. */
    STATE,
    /** What an agent says of itself. */
    AGENT
}
