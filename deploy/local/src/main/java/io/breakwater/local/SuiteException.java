package io.breakwater.local;

/** The suite cannot do what it was asked to. The message is for people: what, why, and what to do about it. */
public final class SuiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SuiteException(String message) {
        super(message);
    }

    public SuiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
