package io.breakwater.drctl;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as people write and read them. */
public final class TimeText {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})([smhdw])", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));

    private TimeText() {}

    /** In UTC and in the zone: {@code 2026-11-21T09:00:00Z (2026-11-21 10:00:00 +01:00)}. */
    public static String of(long epochSeconds, ZoneId zone) {
        Instant instant = Instant.ofEpochSecond(epochSeconds);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)) + " ("
                + LOCAL.format(instant.atZone(zone)) + ")";
    }

    /** Reads epoch seconds, or an ISO 8601 date and time with its offset. */
    public static final class InstantConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            if (EPOCH_SECONDS.matcher(text).matches()) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no time: epoch seconds or a form such as 2026-11-21T09:00:00Z are needed");
            }
        }
    }

    /** Reads {@code 90m}, {@code 8H}, {@code 1d12h}, {@code 14d}, {@code 2w} and ISO 8601 durations; nothing below zero. */
    public static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Matcher brief = SHORT_DURATION.matcher(text);
            Duration sum = Duration.ZERO;
            int end = 0;
            while (brief.find() && brief.start() == end) {
                end = brief.end();
                sum = sum.plus(UNITS.get(brief.group(2).toLowerCase(Locale.ROOT))
                        .multipliedBy(Long.parseLong(brief.group(1))));
            }
            if (end > 0 && end == text.length()) {
                return sum;
            }
            try {
                Duration duration = Duration.parse(text);
                if (!duration.isNegative()) {
                    return duration;
                }
            } catch (DateTimeParseException e) {
                throw refused(text);
            }
            throw refused(text);
        }

        private static TypeConversionException refused(String text) {
            return new TypeConversionException(
                    "'" + text + "' is no duration: a form such as 90m, 12h, 14d or PT12H is needed");
        }
    }
}
