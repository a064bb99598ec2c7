package io.breakwater.snapshot.download;

/** No octet of the range that was asked for exists. */
class RangeNotSatisfiableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long size;

    /** @param size of the representation in octets */
    RangeNotSatisfiableException(long size) {
        super("the representation has " + size + " octets");
        this.size = size;
    }

    long size() {
        return size;
    }
}
