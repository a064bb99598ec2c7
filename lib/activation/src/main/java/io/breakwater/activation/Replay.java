package io.breakwater.activation;

/** Whether a record that was valid once may come back. */
public enum Replay {
    /** Never: section 6 of the specification. */
    STRICT("strict"),
    /** Yes, as long as its window is open; what ZPA does. */
    WINDOW_ONLY("window-only");

    private final String label;

    Replay(String label) {
        this.label = label;
    }

    /** As it stands in settings. */
    public String label() {
        return label;
    }

    /**
     * Reads the value of a setting.
     *
     * @throws IllegalArgumentException with the allowed values when it is none of them
     */
    public static Replay parse(String text) {
        for (Replay replay : values()) {
            if (replay.label.equals(text)) {
                return replay;
            }
        }
        throw new IllegalArgumentException("replay is 'strict' or 'window-only', not '" + text + "'");
    }
}
