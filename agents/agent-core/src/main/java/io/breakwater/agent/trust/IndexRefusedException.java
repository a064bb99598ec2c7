package io.breakwater.agent.trust;

import io.breakwater.agent.words.ForPeople;
import java.io.Serial;

/** A snapshot index that this agent does not believe. The message is for people. */
public final class IndexRefusedException extends Exception implements ForPeople {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** The counter's label. */
    public enum Why {
        SIGNATURE,
        FOREIGN,
        ROLLBACK,
        UNREADABLE
    }

    public IndexRefusedException(Why why, String message) {
        super(message);
        this.why = why;
    }

    public IndexRefusedException(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
