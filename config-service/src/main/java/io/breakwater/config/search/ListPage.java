package io.breakwater.config.search;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list and how many there are in all.
 *
 * @param total over all pages
 */
public record ListPage<T>(long total, int pageSize, List<T> entries) {
    /** The same page of something else. */
    public <R> ListPage<R> of(Function<List<T>, List<R>> views) {
        return new ListPage<>(total, pageSize, views.apply(entries));
    }

    public long totalPages() {
        return (total + pageSize - 1) / pageSize;
    }
}
