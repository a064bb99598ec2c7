package io.breakwater.config.search;

import io.breakwater.config.wire.Envelope;
import java.util.List;

/**
 * A page of a list and how many there are in all.
 *
 * @param total over all pages
 */
public record ListPage<T>(long total, int pageSize, List<T> entries) {
    /** The page as clients read it. */
    public <R> Envelope<R> envelope(List<R> views) {
        long pages = (total + pageSize - 1) / pageSize;
        return Envelope.of(pages, total, views);
    }
}
