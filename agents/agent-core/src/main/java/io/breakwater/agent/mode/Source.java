package io.breakwater.agent.mode;

/** What brought the evidence, or made the agent decide. */
public enum Source {
    /** The watcher's event on the bus. */
    BUS,
    /** The agent's own look at DNS. */
    DNS,
    /** The operator's evidence file. */
    FILE,
    /** The clock: a start or an end was reached. */
    TIMER,
    /** The state on disk, after a start of the process. */
    RESUME
}
