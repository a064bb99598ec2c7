package io.breakwater.activation.signing;

import io.breakwater.activation.DrDomain;
import io.breakwater.activation.InternetAction;
import io.breakwater.activation.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a record is to say, before it is signed.
 *
 * @param domain the DR domain, without final dot
 * @param withDomain whether the tag {@code d} is written
 * @param product the tag {@code k}: {@code zpa} or {@code all}
 * @param t start, epoch seconds, inclusive, or null to leave it out
 * @param x end, epoch seconds, inclusive, or null to leave it out
 */
public record RecordDraft(
        Mode mode, String domain, boolean withDomain, String product, InternetAction m, Long t, Long x) {

    private static final long LAST_SECOND = 999_999_999_999L;
    private static final long DAY = 86_400;
    private static final long LONGEST_ACTIVATION = 30 * DAY;
    private static final long LONGEST_OFF = 366 * DAY;

    /**
     * @throws IllegalArgumentException with what is wrong when no reader would take the record
     */
    public RecordDraft {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(m, "m");
        domain = DrDomain.parse(domain);
        if (!product.equals("zpa") && !product.equals("all")) {
            throw new IllegalArgumentException("The product is 'zpa' or 'all', not '" + product + "'");
        }
        requireSeconds("start", t);
        requireSeconds("end", x);
        if (t != null && x != null && x < t) {
            throw new IllegalArgumentException("The end " + x + " is before the start " + t);
        }
    }

    /** A record with everything in it that protects from mistakes: domain, start and end. */
    public static RecordDraft of(Mode mode, String domain, long t, long x) {
        return new RecordDraft(mode, domain, true, "zpa", InternetAction.NONE, t, x);
    }

    public RecordDraft withoutDomain() {
        return new RecordDraft(mode, domain, false, product, m, t, x);
    }

    public RecordDraft withProduct(String other) {
        return new RecordDraft(mode, domain, withDomain, other, m, t, x);
    }

    public RecordDraft withInternetAction(InternetAction other) {
        return new RecordDraft(mode, domain, withDomain, product, other, t, x);
    }

    public RecordDraft withWindow(Long start, Long end) {
        return new RecordDraft(mode, domain, withDomain, product, m, start, end);
    }

    /**
     * Holds the record to the windows that do no harm when it is forgotten: 30 days for on and test, a year for off, both ends written.
     *
     * @throws IllegalArgumentException with what is too long
     */
    public RecordDraft requireSafeWindow() {
        if (t == null || x == null) {
            throw new IllegalArgumentException("A start and an end are needed");
        }
        long longest = mode == Mode.NORMAL ? LONGEST_OFF : LONGEST_ACTIVATION;
        if (x - t > longest) {
            throw new IllegalArgumentException("The window of '" + mode.label() + "' is longer than " + longest / DAY
                    + " days: " + (x - t) / DAY + " days");
        }
        return this;
    }

    /** The tags in front of {@code n}, each with its semicolon. */
    String text(boolean first) {
        List<String> tags = new ArrayList<>(List.of("v=1"));
        if (first && withDomain) {
            tags.add("d=" + domain);
        }
        tags.add("k=" + product);
        tags.add("b=" + mode.label());
        if (m != InternetAction.NONE) {
            tags.add("m=" + m.label());
        }
        if (t != null) {
            tags.add("t=" + t);
        }
        if (x != null) {
            tags.add("x=" + x);
        }
        return String.join(";", tags) + ";";
    }

    private static void requireSeconds(String what, Long seconds) {
        if (seconds != null && (seconds < 0 || seconds > LAST_SECOND)) {
            throw new IllegalArgumentException("The " + what + " has 1 to 12 digits of epoch seconds, not " + seconds);
        }
    }
}
