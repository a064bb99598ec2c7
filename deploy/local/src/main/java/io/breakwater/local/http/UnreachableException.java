package io.breakwater.local.http;

import java.io.IOException;

/** Nobody answered in time. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, IOException cause) {
        super(message, cause);
    }
}
