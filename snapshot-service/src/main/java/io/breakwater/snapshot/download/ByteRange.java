package io.breakwater.snapshot.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which octets of a representation a request asks for (RFC 9110, section 14). A header that is no range of octets, or asks for several
 * ranges, is ignored, as the RFC allows.
 */
sealed interface ByteRange {
    /** All of it. */
    record Whole() implements ByteRange {}

    /** Both ends inclusive and inside the representation. */
    record Part(long from, long to) implements ByteRange {
        long length() {
            return to - from + 1;
        }
    }

    /** No octet of what was asked for exists. */
    record Unsatisfiable() implements ByteRange {}

    Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * @param header value of {@code Range}, or null
     * @param size of the representation in octets
     */
    static ByteRange of(String header, long size) {
        Matcher one = header == null ? null : ONE.matcher(header);
        if (one == null || !one.matches()) {
            return new Whole();
        }
        String first = one.group(1);
        String last = one.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return new Whole();
        }
        return from >= size ? new Unsatisfiable() : new Part(from, Math.min(to, size - 1));
    }

    private static ByteRange suffix(long length, long size) {
        if (length == 0 || size == 0) {
            return new Unsatisfiable();
        }
        return new Part(Math.max(0, size - length), size - 1);
    }
}
