package io.breakwater.platform.owner;

import java.io.IOException;

/** An owner answered with another status than 200. An {@link IOException}: what is done may go through later. */
public class OwnerAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    OwnerAnswerException(Owner owner, int status) {
        super(owner.label() + " answered " + status);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
