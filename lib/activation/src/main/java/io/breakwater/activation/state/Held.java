package io.breakwater.activation.state;

import io.breakwater.activation.Reason;
import java.util.Objects;

/**
 * The mode is kept although the record does not say so: it is missing, or cannot be believed.
 *
 * @param reason of the last look
 * @param sinceMillis epoch milliseconds of the first look of an uninterrupted row that told nothing
 */
public record Held(Reason reason, long sinceMillis) {

    public Held {
        Objects.requireNonNull(reason, "reason");
    }
}
