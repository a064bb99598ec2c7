package io.breakwater.config.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** The kinds of scalar of the management API. */
public final class WireTypes {
    private WireTypes() {}

    /** Text of at most that many characters. Empty text clears. */
    public static WireType<String> text(int longest) {
        return new TextType(longest, false);
    }

    /** The same with a form of its own. @param check returns the text to keep, or throws {@link ValueRefused} */
    public static WireType<String> text(int longest, UnaryOperator<String> check) {
        return new CheckedText(new TextType(longest, false), check);
    }

    /** A name: text without the spaces around it. Empty text clears. */
    public static WireType<String> name(int longest) {
        return new TextType(longest, true);
    }

    /** The name of a host or domain, or an address, in the form of {@link HostNames#plain}. @param check of the plain form */
    public static WireType<String> host(int longest, UnaryOperator<String> check) {
        return new HostType(text(longest, text -> check.apply(HostNames.plain(text))));
    }

    /** One of these words, upper or lower case; kept as it stands here. */
    public static WireType<String> choice(String... words) {
        return new ChoiceType(List.of(words));
    }

    /** A flag: a JSON boolean, or its text. */
    public static WireType<Boolean> flag() {
        return new FlagType();
    }

    /** A whole number within bounds, both inclusive: text on the wire. */
    public static WireType<Long> number(long least, long most) {
        return new NumberType(least, most);
    }

    /** The id of an object: decimal digits, as text on the wire. */
    public static WireType<Long> id() {
        return new IdType();
    }

    /** A decimal number within bounds, both inclusive: text on the wire. */
    public static WireType<BigDecimal> decimal(String least, String most) {
        return new DecimalType(new BigDecimal(least), new BigDecimal(most));
    }

    /** A time: epoch seconds, as text on the wire. */
    public static WireType<Instant> time() {
        return new TimeType();
    }
}
