package io.breakwater.controller.convergence;

import io.breakwater.contracts.event.AgentStatus.DrLookup;

/** Whether an agent could follow a record by itself, whatever the bus brings. Pure. */
final class Readiness {
    private static final String UNAVAILABLE = "UNAVAILABLE";

    private Readiness() {}

    /** Why it could not, for people, or null. An agent that says nothing of its look-ups is believed to look. */
    static String of(AgentEntity status) {
        if (status == null) {
            return "it has not been heard of yet";
        }
        DrLookup look = StatusMapping.drLookup(status);
        if (look == null || !UNAVAILABLE.equals(look.outcome())) {
            return null;
        }
        return "it cannot look its DR domain up" + (look.detail() == null ? "" : ": " + look.detail());
    }
}
