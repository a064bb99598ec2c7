package io.breakwater.agent.words;

import java.io.IOException;
import java.io.Serial;

/** An input or output that failed, told in the agent's own words. */
public class ToldException extends IOException implements ForPeople {
    @Serial
    private static final long serialVersionUID = 1L;

    public ToldException(String message) {
        super(message);
    }

    public ToldException(String message, Throwable cause) {
        super(message, cause);
    }
}
