package io.breakwater.config.signin;

/** What a client's secret or assertion proves. */
enum Proof {
    /** That it is the client. */
    RIGHT,
    /** Nothing. */
    WRONG,
    /** Nothing any more: the assertion was used before. */
    USED_BEFORE,
    /** Nothing for now: the client used too many assertions. */
    TOO_MANY
}
