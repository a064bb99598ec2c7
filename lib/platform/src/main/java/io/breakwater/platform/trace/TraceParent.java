package io.breakwater.platform.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a trace, as the header {@code traceparent} says it (W3C Trace Context, section 3.2). Immutable.
 *
 * @param traceId 32 hexadecimal digits, the same in the whole trace
 * @param spanId 16 hexadecimal digits, of this step
 * @param flags 2 hexadecimal digits, passed on as they came
 */
public record TraceParent(String traceId, String spanId, String flags) {
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /** The beginning of a trace. */
    public static TraceParent fresh() {
        return new TraceParent(digits() + digits(), digits(), "00");
    }

    /** Nothing when there is no header or it is malformed: then a trace of our own begins, as the standard has it. */
    public static Optional<TraceParent> parse(String header) {
        Matcher form = FORM.matcher(header == null ? "" : header);
        return form.matches()
                ? Optional.of(new TraceParent(form.group(1), form.group(2), form.group(3)))
                : Optional.empty();
    }

    /** The next step of the same trace. */
    public TraceParent next() {
        return new TraceParent(traceId, digits(), flags);
    }

    /** The header's value, version 00. */
    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    /** 16 digits that are not all zero. */
    private static String digits() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
