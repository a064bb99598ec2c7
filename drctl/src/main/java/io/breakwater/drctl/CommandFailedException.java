package io.breakwater.drctl;

/** A command cannot go on; the message tells its user why and is all that is shown. */
public final class CommandFailedException extends Exception {

    private static final long serialVersionUID = 1;

    public CommandFailedException(String message) {
        super(message);
    }

    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
