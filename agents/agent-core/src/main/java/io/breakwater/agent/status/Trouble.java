package io.breakwater.agent.status;

/** The parts of an agent that can be in trouble, each with at most one sentence about it at a time. */
public enum Trouble {
    /** The mode state on disk was lost; stays until the next start, so that somebody sees it. */
    STATE_LOST,
    /** Something on the disk was gone or damaged and is mended; stays until the next start, so that somebody sees it. */
    MENDED,
    /** The mode state cannot be written: the mode holds in memory only. */
    STATE,
    /** The home is not as it should be, or cannot be written. */
    DISK,
    /** Not enrolled yet, or the certificate cannot be renewed. */
    IDENTITY,
    /** The centre does not answer or refuses. */
    CENTRE,
    /** A snapshot or index was refused or cannot be stored. */
    SNAPSHOT,
    /** The service cannot load its configuration. */
    SERVICE,
    /** The bus carries what nobody of ours signed, or what is too large. */
    BUS,
    /** What was signed for this agent and is not believed all the same. */
    TRUST,
    /** The DR domain cannot be looked up. */
    DNS,
    /** The operator's evidence file cannot be read. */
    FILE,
    /** The settings the agent was given cannot be used. */
    SETTINGS
}
