package io.breakwater.local.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s}, {@code 30m}, {@code 8H}, {@code 1d12h} and ISO 8601 durations above zero. */
final class DurationText implements ITypeConverter<Duration> {
    private static final Pattern BRIEF = Pattern.compile("(\\d{1,6}d)?(\\d{1,6}h)?(\\d{1,6}m)?(\\d{1,6}s)?");

    @Override
    public Duration convert(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        boolean brief = !lower.isEmpty() && BRIEF.matcher(lower).matches();
        try {
            Duration duration = Duration.parse(brief ? iso(lower) : text.strip());
            if (duration.compareTo(Duration.ZERO) > 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static String iso(String brief) {
        int time = brief.indexOf('d') + 1;
        return "P" + brief.substring(0, time) + (time < brief.length() ? "T" + brief.substring(time) : "");
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException(
                "'" + text + "' is no duration: a form such as 90s, 30m, 8h, 1d12h or PT8H is needed");
    }
}
