package io.breakwater.config.wire;

import io.breakwater.contracts.config.OwnerPage;
import io.breakwater.platform.problem.QueryNumber;
import java.util.List;
import java.util.function.Function;

/**
 * Which part of all that this service owns a reader wants. Parts follow one another by id, so that they are stable whatever is written
 * between two of them.
 *
 * @param after id of the last entry of the part before; 0: from the beginning
 * @param limit entries of a part
 */
public record OwnerPages(long after, int limit) {
    private static final int MOST = 500;

    /** As the query has them. @throws ProblemException naming the parameter that is wrong */
    public static OwnerPages of(String after, String limit) {
        return new OwnerPages(QueryNumber.read("after", after, 0, 0, Long.MAX_VALUE), (int)
                QueryNumber.read("limit", limit, MOST, 1, MOST));
    }

    /** How many entries to read: one more tells whether there is a further part. */
    public int toRead() {
        return limit + 1;
    }

    /** @param read at most {@link #toRead} entries */
    public <T> OwnerPage<T> page(List<T> read, Function<T, String> id) {
        if (read.size() <= limit) {
            return new OwnerPage<>(read, null);
        }
        List<T> items = read.subList(0, limit);
        return new OwnerPage<>(items, id.apply(items.get(limit - 1)));
    }
}
