package io.breakwater.platform.owner;

import java.io.IOException;

/** An owner's answer is over a limit. The message names the setting. */
public class OwnerTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    OwnerTooLargeException(String message) {
        super(message);
    }
}
