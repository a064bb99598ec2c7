package io.breakwater.snapshot.signing;

/** The signing key cannot be used. The message says which file and why, and repeats nothing of the key. */
public class SigningKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SigningKeyException(String message) {
        super(message);
    }

    public SigningKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
