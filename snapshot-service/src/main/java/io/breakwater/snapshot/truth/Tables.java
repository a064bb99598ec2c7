package io.breakwater.snapshot.truth;

/** The names of what is compared, by which a doubt names it. */
public final class Tables {
    public static final String DR_SETTINGS = "dr-settings";
    public static final String DR_STATES = "dr-states";
    public static final String CONFIGURATIONS = "configurations";

    private Tables() {}
}
