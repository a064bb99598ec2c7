package io.breakwater.contracts.event;

import java.util.List;

/** The topics of the suite. Keys, producers, consumers and retention are listed in {@code docs/events.md}. */
public final class Topics {
    public static final String DR_SETTINGS = "breakwater.config.dr-settings";
    public static final String CONFIG_CHANGED = "breakwater.config.changed";
    public static final String DR_OBSERVED = "breakwater.dr.observed";
    public static final String DR_STATE = "breakwater.dr.state";
    public static final String SNAPSHOT_PUBLISHED = "breakwater.snapshot.published";
    public static final String AGENT_STATUS = "breakwater.agent.status";

    /** Where every consumer puts what it can never process, with the reason in the header {@code breakwater_reason}. */
    public static final String DEAD_LETTER = "breakwater.dead-letter";

    /** Topics of which only the newest event of a key matters. */
    public static final List<String> COMPACTED =
            List.of(DR_SETTINGS, DR_OBSERVED, DR_STATE, SNAPSHOT_PUBLISHED, AGENT_STATUS);

    /** Topics whose events are kept for a time. */
    public static final List<String> RETAINED = List.of(CONFIG_CHANGED, DEAD_LETTER);

    private Topics() {}
}
