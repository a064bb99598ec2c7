package io.breakwater.activation;

import java.util.Optional;

/** What a tenant's agents do, and how the record's tag {@code b} says it. */
public enum Mode {
    /** Everything is served through the centre; the record says {@code off}. */
    NORMAL("off"),
    /** Designated agents serve the test group; the record says {@code test}. */
    TEST("test"),
    /** Designated agents have cut the centre off and serve the DR applications; the record says {@code on}. */
    ACTIVE("on");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** The value of the tag {@code b}. */
    public String label() {
        return label;
    }

    /** The mode of a value of the tag {@code b}, compared exactly; empty for anything else. */
    public static Optional<Mode> ofLabel(String label) {
        for (Mode mode : values()) {
            if (mode.label.equals(label)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
