package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The kinds of scalar of the management API. */
public final class WireTypes {
    private WireTypes() {}

    /** Text of at most that many characters. Empty text clears. */
    public static WireType<String> text(int longest) {
        return new Text(longest);
    }

    /** One of these words, upper or lower case; kept as it stands here. */
    public static WireType<String> choice(String... words) {
        return new Choice(List.of(words));
    }

    /** A flag: a JSON boolean, or its text. */
    public static WireType<Boolean> flag() {
        return new Flag();
    }

    /** A whole number within bounds, both inclusive: text on the wire. */
    public static WireType<Long> number(long least, long most) {
        return new WholeNumber(least, most);
    }

    /** The id of an object: decimal digits, as text on the wire. */
    public static WireType<Long> id() {
        return new Id();
    }

    /** A decimal number within bounds, both inclusive: text on the wire. */
    public static WireType<BigDecimal> decimal(String least, String most) {
        return new Decimal(new BigDecimal(least), new BigDecimal(most));
    }

    /** A time: epoch seconds, as text on the wire. */
    public static WireType<Instant> time() {
        return new Time();
    }

    /** Refuses what PostgreSQL and JSON cannot carry there and back. */
    static String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw new ValueRefused("must not hold NUL or half of a surrogate pair");
            }
            if (pair) {
                i++;
            }
        }
        return text;
    }

    private static String scalar(JsonNode node, String wanted) {
        if (!node.isTextual() && !node.isNumber()) {
            throw new ValueRefused(wanted);
        }
        return node.asText().trim();
    }

    private record Text(int longest) implements WireType<String> {
        @Override
        public String read(JsonNode node) {
            if (!node.isTextual()) {
                throw new ValueRefused("must be text");
            }
            return parse(node.textValue());
        }

        @Override
        public String parse(String text) {
            if (text.length() > longest) {
                throw new ValueRefused("must have at most " + longest + " characters");
            }
            return checked(text);
        }

        @Override
        public JsonNode write(String value) {
            return TextNode.valueOf(value);
        }

        @Override
        public boolean emptyMeansAbsent() {
            return false;
        }
    }

    private record Choice(List<String> words) implements WireType<String> {
        @Override
        public String read(JsonNode node) {
            return parse(node.isValueNode() ? node.asText().trim() : "");
        }

        @Override
        public String parse(String text) {
            return words.stream()
                    .filter(word -> word.equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new ValueRefused(wanted()));
        }

        private String wanted() {
            return "must be one of " + String.join(", ", words);
        }

        @Override
        public JsonNode write(String value) {
            return TextNode.valueOf(value);
        }
    }

    private record Flag() implements WireType<Boolean> {
        private static final Set<String> WORDS = Set.of("true", "false");

        @Override
        public Boolean read(JsonNode node) {
            return node.isBoolean() ? node.booleanValue() : parse(node.isTextual() ? node.textValue() : "");
        }

        @Override
        public Boolean parse(String text) {
            if (!WORDS.contains(text.toLowerCase())) {
                throw new ValueRefused("must be true or false");
            }
            return Boolean.valueOf(text);
        }

        @Override
        public JsonNode write(Boolean value) {
            return BooleanNode.valueOf(value);
        }

        @Override
        public Comparison comparison() {
            return Comparison.EXACT;
        }
    }

    private record WholeNumber(long least, long most) implements WireType<Long> {
        @Override
        public Long read(JsonNode node) {
            return parse(scalar(node, wanted()));
        }

        @Override
        public Long parse(String text) {
            if (!text.matches("-?[0-9]{1,18}")) {
                throw new ValueRefused(wanted());
            }
            long value = Long.parseLong(text);
            if (value < least || value > most) {
                throw new ValueRefused(wanted());
            }
            return value;
        }

        private String wanted() {
            return "must be a whole number from " + least + " to " + most;
        }

        @Override
        public JsonNode write(Long value) {
            return TextNode.valueOf(value.toString());
        }

        @Override
        public Comparison comparison() {
            return Comparison.ORDERED;
        }
    }

    private record Id() implements WireType<Long> {
        @Override
        public Long read(JsonNode node) {
            return parse(scalar(node, "must be an id"));
        }

        @Override
        public Long parse(String text) {
            return Ids.parse(text).orElseThrow(() -> new ValueRefused("must be an id"));
        }

        @Override
        public JsonNode write(Long value) {
            return TextNode.valueOf(value.toString());
        }

        @Override
        public Comparison comparison() {
            return Comparison.ORDERED;
        }
    }

    private record Decimal(BigDecimal least, BigDecimal most) implements WireType<BigDecimal> {
        @Override
        public BigDecimal read(JsonNode node) {
            return parse(scalar(node, wanted()));
        }

        @Override
        public BigDecimal parse(String text) {
            // plain notation only: 1E-999999999 is within any bounds and does not fit into memory
            if (!text.matches("[+-]?[0-9]{1,12}(\\.[0-9]{1,15})?")) {
                throw new ValueRefused(wanted());
            }
            BigDecimal value = new BigDecimal(text);
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new ValueRefused(wanted());
            }
            return value;
        }

        private String wanted() {
            return "must be a decimal number from " + least.toPlainString() + " to " + most.toPlainString();
        }

        @Override
        public JsonNode write(BigDecimal value) {
            return TextNode.valueOf(value.toPlainString());
        }

        @Override
        public Comparison comparison() {
            return Comparison.ORDERED;
        }
    }

    private record Time() implements WireType<Instant> {
        @Override
        public Instant read(JsonNode node) {
            return parse(scalar(node, "must be epoch seconds"));
        }

        @Override
        public Instant parse(String text) {
            if (!text.matches("[0-9]{1,12}")) {
                throw new ValueRefused("must be epoch seconds");
            }
            return Instant.ofEpochSecond(Long.parseLong(text));
        }

        @Override
        public JsonNode write(Instant value) {
            return TextNode.valueOf(Long.toString(value.getEpochSecond()));
        }

        @Override
        public Comparison comparison() {
            return Comparison.ORDERED;
        }
    }
}
