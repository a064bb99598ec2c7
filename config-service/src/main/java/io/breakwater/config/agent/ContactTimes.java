package io.breakwater.config.agent;

import io.breakwater.config.search.Criterion;
import io.breakwater.config.search.SearchCompiler;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Searches by how long ago an agent came into touch or went out of it, and by whether it is in touch (zpa-api 2.5). Pure.
 *
 * @param now the moment of the search
 * @param silence after its last token, after which an agent counts as out of touch
 */
record ContactTimes(Instant now, Duration silence) {
    static final String STATUS = "controlChannelStatus";
    static final String DISCONNECTED = "lastBrokerDisconnectTime";
    static final String SINCE_CONNECT = "lastBrokerConnectTimeDuration";
    static final String SINCE_DISCONNECT = "lastBrokerDisconnectTimeDuration";

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})([dhms])");
    private static final String LAST = "e.lastConnectTime";

    /** Empty when the criterion is about something else. */
    Optional<Where> condition(Criterion criterion, String parameter) {
        return switch (criterion.field()) {
            case STATUS -> Optional.of(status(criterion, parameter));
            case SINCE_CONNECT -> Optional.of(age(criterion, parameter, now));
            case SINCE_DISCONNECT ->
                Optional.of(outOfTouch(parameter).and(age(criterion, parameter, now.minus(silence))));
            case DISCONNECTED -> Optional.of(disconnected(criterion, parameter));
            default -> Optional.empty();
        };
    }

    /** Out of touch from a time on that no column holds. */
    private Where disconnected(Criterion criterion, String parameter) {
        try {
            Instant end = WireTypes.time().parse(criterion.value());
            return outOfTouch(parameter)
                    .and(SearchCompiler.second(LAST, criterion.operator(), end.minus(silence), parameter));
        } catch (ValueRefused e) {
            throw Refusal.invalid("search", DISCONNECTED + " " + e.getMessage());
        }
    }

    private Where status(Criterion criterion, String parameter) {
        boolean connected = switch (criterion.value().toUpperCase(Locale.ROOT)) {
            case ControlChannel.IN_TOUCH -> true;
            case ControlChannel.OUT_OF_TOUCH -> false;
            default ->
                throw Refusal.invalid(
                        "search",
                        STATUS + " must be " + ControlChannel.IN_TOUCH + " or " + ControlChannel.OUT_OF_TOUCH);
        };
        boolean wanted = switch (criterion.operator()) {
            case EQ -> connected;
            case NE -> !connected;
            default -> throw Refusal.invalid("search", "has an operator that does not fit " + STATUS);
        };
        return wanted
                ? Where.of(LAST + " > :" + parameter + "limit", Map.of(parameter + "limit", now.minus(silence)))
                : outOfTouch(parameter);
    }

    private Where outOfTouch(String parameter) {
        return Where.of(
                "(" + LAST + " is null or " + LAST + " <= :" + parameter + "limit)",
                Map.of(parameter + "limit", now.minus(silence)));
    }

    /** Longer ago is earlier. */
    private static Where age(Criterion criterion, String parameter, Instant end) {
        String sign = switch (criterion.operator()) {
            case GREATER -> " < ";
            case LESS -> " > ";
            case GREATER_OR_EQUAL -> " <= ";
            case LESS_OR_EQUAL -> " >= ";
            default -> throw Refusal.invalid("search", "compares " + criterion.field() + " with GT, LT, GTEQ or LTEQ");
        };
        return Where.of(LAST + sign + ":" + parameter, Map.of(parameter, end.minus(duration(criterion))));
    }

    /** Texts such as {@code 15d} and {@code 2d 3h 10m 30s}. */
    private static Duration duration(Criterion criterion) {
        String text = criterion.value().replace(" ", "").replace("+", "").toLowerCase(Locale.ROOT);
        Matcher part = DURATION.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            sum = sum.plus(one(Long.parseLong(part.group(1)), part.group(2)));
            end = part.end();
        }
        if (text.isEmpty() || end != text.length()) {
            throw Refusal.invalid("search", criterion.field() + " must be a duration such as 15d, 3h, 10m or 30s");
        }
        return sum;
    }

    private static Duration one(long amount, String unit) {
        return switch (unit) {
            case "d" -> Duration.ofDays(amount);
            case "h" -> Duration.ofHours(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    /** How long ago, as ZPA writes it: {@code 60d 13h 07m 56s}. */
    String since(Instant time) {
        Duration past = time.isAfter(now) ? Duration.ZERO : Duration.between(time, now);
        return String.format(
                Locale.ROOT,
                "%dd %02dh %02dm %02ds",
                past.toDays(),
                past.toHoursPart(),
                past.toMinutesPart(),
                past.toSecondsPart());
    }
}
