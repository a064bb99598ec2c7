package io.breakwater.activation;

/** A text that was given as a public key is none that may be trusted; the message says why and may be shown to whoever gave it. */
public final class KeyRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    public KeyRefusedException(String message) {
        super(message);
    }

    public KeyRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
