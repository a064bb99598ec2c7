package io.breakwater.controller.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of the history, newest first.
 *
 * @param next what to give as {@code before} for the next page, or null when this is the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryView(List<HistoryEntry> entries, Long next) {

    public static HistoryView of(List<HistoryEntry> entries, int limit) {
        Long next =
                entries.size() < limit ? null : entries.get(entries.size() - 1).sequence();
        return new HistoryView(entries, next);
    }
}
