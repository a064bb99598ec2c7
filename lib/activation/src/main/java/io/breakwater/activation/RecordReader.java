package io.breakwater.activation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one TXT record: section 2 of the specification. Any octets give a reading, never an exception. */
public final class RecordReader {

    private static final Set<String> COVERED = Set.of("v", "d", "k", "b", "m", "t", "x");
    private static final int MOST_DIGITS = 12;

    private RecordReader() {}

    public static RecordReading read(TxtRecord record) {
        return read(record.joined());
    }

    static RecordReading read(String text) {
        if (!TagList.isCandidate(text)) {
            return new RecordReading.Foreign(text);
        }
        try {
            return interpret(text, TagList.read(text));
        } catch (UnreadableException e) {
            return new RecordReading.Broken(text, e.reason(), e.getMessage());
        }
    }

    private static RecordReading interpret(String text, TagList tags) throws UnreadableException {
        String product = tags.value("k");
        if (product != null && !product.equals("zpa") && !product.equals("all")) {
            return ofOtherProduct(text, tags, product);
        }
        Optional<String> domain = Optional.ofNullable(tags.value("d"));
        if (domain.filter(String::isEmpty).isPresent()) {
            throw malformed("d is empty");
        }
        RecordReading.Body body = new RecordReading.Body(
                true,
                Optional.ofNullable(product),
                domain,
                mode(tags),
                seconds(tags, "t"),
                seconds(tags, "x"),
                InternetAction.ofLabel(tags.value("m")));
        return isSigned(tags) ? part(text, tags, body) : new RecordReading.Unsigned(text, body);
    }

    /** What other products put into their tags is theirs to judge. A part is still read as one: its counterpart may leave {@code k} out. */
    private static RecordReading ofOtherProduct(String text, TagList tags, String product) {
        RecordReading.Body body = new RecordReading.Body(
                false,
                Optional.of(product),
                Optional.ofNullable(tags.value("d")),
                null,
                null,
                null,
                InternetAction.NONE);
        try {
            return isSigned(tags) ? part(text, tags, body) : new RecordReading.Unsigned(text, body);
        } catch (UnreadableException e) {
            return new RecordReading.Unsigned(text, body);
        }
    }

    private static boolean isSigned(TagList tags) {
        return tags.has("n") || tags.has("p") || tags.has("bh");
    }

    private static RecordReading part(String text, TagList tags, RecordReading.Body body) throws UnreadableException {
        if (!tags.has("n") || !tags.has("p") || !tags.has("bh")) {
            throw malformed("a signed part has all of n, p and bh");
        }
        if (!"2".equals(tags.value("n"))) {
            throw malformed("n is '" + tags.value("n") + "', not 2");
        }
        String index = tags.value("p");
        if (!"1".equals(index) && !"2".equals(index)) {
            throw malformed("p is '" + index + "', neither 1 nor 2");
        }
        Map<String, String> covered = covered(tags);
        int end = tags.find("n").map(TagList.Tag::nameAt).orElseThrow();
        return new RecordReading.Part(
                text, body, index.charAt(0) - '0', text.substring(0, end), signature(tags.value("bh")), covered);
    }

    private static Map<String, String> covered(TagList tags) throws UnreadableException {
        Map<String, String> covered = new LinkedHashMap<>();
        boolean signedText = true;
        for (TagList.Tag tag : tags.tags()) {
            if (tag.name().equals("n")) {
                signedText = false;
            } else if (signedText && (tag.name().equals("p") || tag.name().equals("bh"))) {
                throw malformed("the tag " + tag.name() + " stands before n");
            } else if (signedText) {
                covered.put(tag.name(), tag.value());
            } else if (COVERED.contains(tag.name())) {
                throw malformed("the tag " + tag.name() + " stands after n, where no signature covers it");
            }
        }
        return covered;
    }

    private static String signature(String bh) throws UnreadableException {
        StringBuilder base64 = new StringBuilder(bh.length());
        for (int i = 0; i < bh.length(); i++) {
            char c = bh.charAt(i);
            boolean alphabet = c >= 'A' && c <= 'Z'
                    || c >= 'a' && c <= 'z'
                    || c >= '0' && c <= '9'
                    || c == '+'
                    || c == '/'
                    || c == '=';
            if (alphabet) {
                base64.append(c);
            } else if (!TagList.isBlank(c)) {
                throw malformed("bh holds '" + c + "', which is not of the Base64 alphabet");
            }
        }
        if (base64.isEmpty()) {
            throw malformed("bh is empty");
        }
        return base64.toString();
    }

    private static Mode mode(TagList tags) throws UnreadableException {
        String body = tags.value("b");
        if (body == null) {
            throw malformed("there is no tag b");
        }
        return Mode.ofLabel(body).orElseThrow(() -> malformed("b is '" + body + "', none of on, off and test"));
    }

    private static Long seconds(TagList tags, String name) throws UnreadableException {
        String digits = tags.value(name);
        if (digits == null) {
            return null;
        }
        boolean number = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || !number) {
            throw malformed(name + " is '" + digits + "', not 1 to 12 digits");
        }
        return Long.valueOf(digits);
    }

    private static UnreadableException malformed(String detail) {
        return new UnreadableException(Reason.MALFORMED, detail);
    }
}
