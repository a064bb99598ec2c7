package io.breakwater.drctl.record;

import io.breakwater.activation.Mode;
import io.breakwater.drctl.TimeText;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Option;

/** When the activation holds. */
final class WindowOptions {

    private static final Duration DEFAULT_ACTIVATION = Duration.ofDays(1);
    private static final Duration DEFAULT_OFF = Duration.ofDays(365);

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = TimeText.InstantConverter.class,
            description = "First second: epoch seconds or 2026-11-21T09:00:00Z (default: now).")
    private Instant start;

    @Option(
            names = "--end",
            paramLabel = "TIME",
            converter = TimeText.InstantConverter.class,
            description = "Last second, in the same forms.")
    private Instant end;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeText.DurationConverter.class,
            description = "Instead of --end: how long from the start, such as 90m, 12h, 14d or PT12H "
                    + "(default: 24h for on and test, 365d for off).")
    private Duration duration;

    @Option(names = "--no-t", description = "Write no start. The record then has no protection against coming back.")
    private boolean noStart;

    @Option(names = "--no-x", description = "Write no end: only another record ends the mode.")
    private boolean noEnd;

    @Option(
            names = "--any-window",
            description =
                    "Allow windows of more than 30 days for on and test and of a year for off, and --no-t and --no-x.")
    private boolean anyWindow;

    /** What is wrong with the combination, or null. */
    String contradiction() {
        if (end != null && duration != null) {
            return "--end and --duration say the same thing: give one of them";
        }
        if (noStart && start != null) {
            return "--no-t and --start contradict each other";
        }
        if (noEnd && (end != null || duration != null)) {
            return "--no-x contradicts --end and --duration";
        }
        return (noStart || noEnd) && !anyWindow ? "a record without start or end needs --any-window" : null;
    }

    boolean isAnyAllowed() {
        return anyWindow;
    }

    Long t(Instant now) {
        return noStart ? null : (Long) from(now).getEpochSecond();
    }

    Long x(Mode mode, Instant now) {
        if (noEnd) {
            return null;
        }
        if (end != null) {
            return end.getEpochSecond();
        }
        Duration byDefault = mode == Mode.NORMAL ? DEFAULT_OFF : DEFAULT_ACTIVATION;
        return from(now).plus(duration == null ? byDefault : duration).getEpochSecond();
    }

    private Instant from(Instant now) {
        return start == null ? now : start;
    }
}
