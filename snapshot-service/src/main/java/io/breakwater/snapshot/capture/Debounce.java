package io.breakwater.snapshot.capture;

import java.time.Duration;
import java.time.Instant;

/**
 * When a marked tenant is captured: as soon as no mark has come for the quiet time, or the first one is as old as the longest wait.
 */
record Debounce(Duration quiet, Duration atMost) {

    /** Marks that were last renewed then or before are served. */
    Instant quietSince(Instant now) {
        return now.minus(quiet);
    }

    /** Marks that were first made then or before are served. */
    Instant longestSince(Instant now) {
        return now.minus(atMost);
    }
}
