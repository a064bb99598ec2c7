package io.breakwater.activation;

/** A candidate is not of the form that the specification demands. Stays inside this package: a reader turns it into a broken record. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Reason reason;

    UnreadableException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
