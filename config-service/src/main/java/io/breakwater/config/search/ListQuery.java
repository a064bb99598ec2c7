package io.breakwater.config.search;

import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Shape;
import jakarta.ws.rs.QueryParam;

/** The query keys that every list takes. All are text, so that nonsense in them gets our answer instead of the framework's. */
public record ListQuery(
        @QueryParam("search") String search,
        @QueryParam("page") String page,
        @QueryParam("pagesize") String pagesize,
        @QueryParam("sortBy") String sortBy,
        @QueryParam("sortDir") String sortDir,
        @QueryParam("sortOrder") String sortOrder,
        @QueryParam("microtenantId") String microtenantId) {
    private static final int DEFAULT_SIZE = 20;
    private static final int MOST = 500;

    /** One-based. */
    public long pageNumber() {
        return Math.max(1, number("page", page, 1));
    }

    /** Of the lists that do not come from one table. */
    int pageSize() {
        return pageSize(MOST);
    }

    /** Above the greatest one: the greatest one. */
    public int pageSize(int most) {
        return (int) Math.min(most, Math.max(1, number("pagesize", pagesize, DEFAULT_SIZE)));
    }

    /** How many entries come before the page. */
    public long skipped(int pageSize) {
        return Math.min(pageNumber() - 1, Integer.MAX_VALUE) * pageSize;
    }

    boolean descending() {
        return "DESC".equalsIgnoreCase(sortDir) || "DESC".equalsIgnoreCase(sortOrder);
    }

    /** What to order by: creation unless asked otherwise, and always the same. */
    public String order(Shape<?> shape, Naming naming) {
        String direction = descending() ? " desc" : "";
        String id = naming.path("id");
        return shape.searchable(sortBy == null ? "" : sortBy)
                .map(field -> naming.path(field.attribute()) + direction + ", " + id)
                .orElse(id);
    }

    private static long number(String name, String text, long absent) {
        if (text == null || text.isBlank()) {
            return absent;
        }
        return Ids.parse(text.trim()).orElseThrow(() -> Refusal.invalid(name, "must be a whole number"));
    }
}
