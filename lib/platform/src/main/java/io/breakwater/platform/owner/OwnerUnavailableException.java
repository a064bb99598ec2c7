package io.breakwater.platform.owner;

import java.io.IOException;

/** An owner cannot be asked: it is away, or this service has nothing to sign in with. */
public class OwnerUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    OwnerUnavailableException(String message) {
        super(message);
    }

    OwnerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
