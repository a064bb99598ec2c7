package io.breakwater.config.wire;

/** A JSON value cannot be taken for a field. The message says what is wanted; it never holds the value. */
public final class ValueRefused extends RuntimeException {
    public ValueRefused(String wanted) {
        super(wanted, null, false, false);
    }
}
