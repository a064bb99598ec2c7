package io.breakwater.config.wire;

import java.util.List;

/**
 * The form of a value in JSON, for the API's document.
 *
 * @param longest characters of a text or entries of a list; 0: no limit of its own
 * @param words that it can be; empty: not a choice
 */
public record ValueForm(Kind kind, int longest, List<String> words) {
    /** What it stands for. Numbers, ids and times are text in answers; requests may also send JSON numbers. */
    public enum Kind {
        TEXT,
        FLAG,
        NUMBER,
        DECIMAL,
        ID,
        TIME,
        LIST,
        /** Any JSON. */
        ANY
    }

    static ValueForm of(Kind kind) {
        return new ValueForm(kind, 0, List.of());
    }

    public static ValueForm text(int longest) {
        return new ValueForm(Kind.TEXT, longest, List.of());
    }
}
