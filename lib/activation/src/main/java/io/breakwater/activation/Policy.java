package io.breakwater.activation;

import java.util.Objects;

/**
 * What a tenant decides about judging its record.
 *
 * @param compatSignedText whether a signature over the signed text without trailing spaces and final {@code ;} counts too
 * @param replay whether a record that was valid once may come back
 */
public record Policy(boolean compatSignedText, Replay replay) {

    public static final Policy DEFAULT = new Policy(true, Replay.STRICT);

    public Policy {
        Objects.requireNonNull(replay, "replay");
    }
}
