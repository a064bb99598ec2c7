package io.breakwater.watcher.polling;

/** What made the watcher look. */
public enum Trigger {
    /** Its time had come. */
    POLL,
    /** A name server said that the zone changed. */
    NOTIFY,
    /** Somebody asked over REST. */
    POKE,
    /** An activation starts or has ended. */
    TIMER,
    /** The tenant's settings, or what was applied before, changed. */
    SETTINGS;

    /** Whether servers that failed are asked all the same. */
    boolean isUrgent() {
        return this != POLL;
    }
}
