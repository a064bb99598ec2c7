package io.breakwater.agent.snapshot;

import io.breakwater.agent.words.ForPeople;
import java.io.Serial;

/** An index or snapshot that this agent does not take. The message is for people. */
public final class Refused extends Exception implements ForPeople {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** The counter's label. */
    public enum Why {
        /** No key that this agent trusts signed these octets. */
        SIGNATURE,
        /** Another tenant's, another group's or another snapshot's. */
        FOREIGN,
        /** Older than what the agent has. */
        ROLLBACK,
        /** Signed, but not readable or with names that cannot be files. */
        UNREADABLE,
        /** A file's octets are not the ones that the manifest promises. */
        DIGEST,
        /** Too large, or the disk is too full. */
        SPACE,
        /** The service could not start with it. */
        UNUSABLE
    }

    public Refused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Refused(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
