package io.breakwater.snapshot.capture;

import java.util.Locale;

/** How an attempt to capture a tenant's configuration ended. */
public enum Outcome {
    /** There is at least one new snapshot. */
    CAPTURED(false),
    /** The newest snapshots say the same; they were verified. */
    UNCHANGED(false),
    /** DR is active: nothing is captured until it ends. */
    FROZEN(false),
    /** Another attempt is under way or has to come first; the request is kept. */
    PENDING(false),
    /** References are not closed: nothing was captured or published. */
    NOT_CLOSED(true),
    /** config-service showed an older revision than was captured before: nothing was captured or published. */
    STALE_VIEW(true),
    /** config-service knows no such tenant: nothing was changed. */
    UNKNOWN_TENANT(true),
    /** It failed for a reason that may pass; it is tried again. */
    FAILED(true);

    private final boolean alarming;

    Outcome(boolean alarming) {
        this.alarming = alarming;
    }

    /** Whether people should look. */
    public boolean isAlarming() {
        return alarming;
    }

    /** As a metric's tag. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
