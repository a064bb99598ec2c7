package io.breakwater.platform.events;

import java.util.Optional;

/** Sorts failures of one technology. A CDI bean; it is asked for each throwable of the cause chain, outermost first. */
public interface FailureRule {
    /** Empty when it is no failure of that technology. */
    Optional<FailureKind> sort(Throwable failure);
}
