package io.breakwater.config.wire;

import java.util.List;

/** A list as ZPA's clients want it: totals as text, the list never null. */
public record Envelope<T>(String totalPages, String totalCount, List<T> list) {
    public static <T> Envelope<T> of(long totalPages, long totalCount, List<T> list) {
        return new Envelope<>(Long.toString(totalPages), Long.toString(totalCount), list);
    }
}
