package io.breakwater.agent.words;

import java.io.Serial;
import java.security.GeneralSecurityException;

/** A key, certificate or signature that cannot be used, told in the agent's own words. */
public class UnusableKeyException extends GeneralSecurityException implements ForPeople {
    @Serial
    private static final long serialVersionUID = 1L;

    public UnusableKeyException(String message) {
        super(message);
    }

    public UnusableKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
