package io.breakwater.contracts.event;

/**
 * The check of a payload's mandatory fields. A payload without them is refused when it is made, so that the codec reports it as
 * malformed and no consumer meets it.
 */
final class Present {
    private Present() {}

    /** @throws IllegalArgumentException naming the missing field, never its neighbours' values */
    static void require(String field, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }
}
