package io.breakwater.activation.pasted;

/** The text is none of the forms that are read; the message names the line and may be shown. */
public final class UnreadablePasteException extends Exception {

    private static final long serialVersionUID = 1;

    UnreadablePasteException(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadablePasteException(String message) {
        super(message);
    }
}
