package io.breakwater.platform.events;

/** What to do when an event's processing failed. */
public enum FailureKind {
    /** A server that we need is away: the same event will go through later, however long that takes. */
    RETRYABLE,
    /** The event itself can never go through. */
    POISON,
    /** Cannot tell: tried a bounded number of times, then treated as poison. */
    UNKNOWN
}
