package io.breakwater.agent.disk;

import io.breakwater.agent.words.ToldException;
import java.io.Serial;

/** Another process works in the home: the only thing that keeps an agent from starting. */
public final class HomeTakenException extends ToldException {
    @Serial
    private static final long serialVersionUID = 1L;

    HomeTakenException(String message) {
        super(message);
    }
}
