package io.breakwater.config.assertion;

/** What an assertion's use is. */
public enum Use {
    /** The first one: it counts. */
    FIRST,
    /** It was used before. */
    AGAIN,
    /** Its client used so many that no more are remembered, so no more are taken. */
    TOO_MANY
}
