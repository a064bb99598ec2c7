package io.breakwater.activation;

/** What clients do with internet traffic during DR: the record's tag {@code m}. */
public enum InternetAction {
    /** No override. */
    NONE("none"),
    /** Let it through: {@code fo}. */
    FAIL_OPEN("fo"),
    /** Block it: {@code fc}. */
    FAIL_CLOSED("fc");

    private final String label;

    InternetAction(String label) {
        this.label = label;
    }

    /** {@code fo}, {@code fc}, or {@code none}, which is not written into a record. */
    public String label() {
        return label;
    }

    /** The action of a value of the tag {@code m}; anything unknown, or null, is no override. */
    public static InternetAction ofLabel(String label) {
        for (InternetAction action : values()) {
            if (action.label.equals(label)) {
                return action;
            }
        }
        return NONE;
    }
}
