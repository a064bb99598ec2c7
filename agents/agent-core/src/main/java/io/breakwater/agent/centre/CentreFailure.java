package io.breakwater.agent.centre;

import io.breakwater.agent.words.ForPeople;
import java.io.Serial;

/** A call to the centre that did not bring what it should. The message is for people and holds no secret. */
public final class CentreFailure extends Exception implements ForPeople {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What an agent can do about it. */
    public enum Kind {
        /** No address set, nobody there, or no answer in time: try again later. */
        UNREACHABLE,
        /** The gate is closed: the agent is in ACTIVE. */
        CUT_OFF,
        /** The centre said no: for people to see. */
        REFUSED,
        /** The centre knows this agent and does not let it. */
        FORBIDDEN,
        /** Our token is not taken any more: get a new one. */
        UNAUTHORIZED,
        /** A newer process uses this agent's certificate. */
        SUPERSEDED,
        /** An answer that cannot be read or is too large. */
        UNREADABLE
    }

    public CentreFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public CentreFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
