package io.breakwater.config.drsettings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a sign-in counts as valid during DR, as people write it. Pure. */
final class MaxAge {
    private static final Duration LEAST = Duration.ofHours(1);
    private static final Duration MOST = Duration.ofDays(366);
    private static final Pattern WEEKS = Pattern.compile("P([0-9]{1,3})W");
    private static final int DAYS_OF_A_WEEK = 7;

    private MaxAge() {}

    /** Seconds. @throws IllegalArgumentException with what is allowed */
    static long parse(String text) {
        Duration age = duration(text);
        if (age.compareTo(LEAST) < 0 || age.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("must be between one hour (PT1H) and 366 days (P366D)");
        }
        return age.toSeconds();
    }

    /** As {@link #parse} reads it, in days where they are whole. */
    static String format(long seconds) {
        Duration age = Duration.ofSeconds(seconds);
        return age.equals(Duration.ofDays(age.toDays())) ? "P" + age.toDays() + "D" : age.toString();
    }

    private static Duration duration(String text) {
        Matcher weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return Duration.ofDays(Long.parseLong(weeks.group(1)) * DAYS_OF_A_WEEK);
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be an ISO 8601 duration such as P14D, P2W or PT36H", e);
        }
    }
}
