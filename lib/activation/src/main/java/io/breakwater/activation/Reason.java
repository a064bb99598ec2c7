package io.breakwater.activation;

/**
 * Why a verdict is what it is. The reasons of a HOLD are declared from the most to the least serious: when several candidates failed, the
 * verdict names the first of these.
 */
public enum Reason {
    /** A valid activation is in force. */
    OK,
    /** A valid activation starts later. */
    FUTURE,
    /** The newest valid activation has ended. */
    EXPIRED,
    /** There is no TXT record here, or only ones that are no activation records. */
    NO_RECORD,
    /** There are only activation records of other products. */
    NOT_FOR_US,
    /** More than eight parts with one index: not even tried. */
    TOO_MANY,
    /** Two activations start at the same time and want different modes. */
    AMBIGUOUS,
    /** Valid, but older than what was applied, or superseded before. */
    REPLAY,
    /** The configured key cannot verify anything: too small, not RSA, a bad exponent. */
    BAD_KEY,
    /** No configured key verifies the pair. */
    BAD_SIGNATURE,
    /** The window ends before it starts. */
    WINDOW,
    /** The tag {@code d} names another domain. */
    WRONG_DOMAIN,
    /** The tenant has a key, the record no signature. */
    UNSIGNED_WITH_KEY,
    /** The record is signed, the tenant has no key to verify it with. */
    SIGNED_WITHOUT_KEY,
    /** A part has no counterpart. */
    PARTIAL,
    /** Not version 1. */
    UNSUPPORTED_VERSION,
    /** Not of the form that the specification demands. */
    MALFORMED;

    /** The more serious of two reasons of a HOLD. */
    static Reason moreSerious(Reason one, Reason other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
