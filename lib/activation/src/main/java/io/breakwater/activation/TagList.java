package io.breakwater.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tags of one candidate in the order in which they stand: sections 2.2 and 2.3 of the specification.
 *
 * @param tags the first one is {@code v}
 */
record TagList(List<Tag> tags) {

    /**
     * @param nameAt index of the first octet of the name in the joined text
     * @param value without the white space around it
     */
    record Tag(String name, int nameAt, String value) {}

    private static final int LONGEST = 4096;
    private static final Pattern CANDIDATE = Pattern.compile("[ \\t]*+v[ \\t]*+=[ \\t]*+[0-9]++(?![A-Za-z0-9])");

    TagList {
        tags = List.copyOf(tags);
    }

    /** Whether a text claims to be an activation record; anything else is foreign. */
    static boolean isCandidate(String text) {
        return CANDIDATE.matcher(text).lookingAt();
    }

    /** Reads a candidate, strictly. */
    static TagList read(String text) throws UnreadableException {
        if (text.length() > LONGEST) {
            throw new UnreadableException(Reason.MALFORMED, "longer than " + LONGEST + " octets");
        }
        requirePrintable(text);
        List<Tag> tags = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int semicolon = text.indexOf(';', from);
            int end = semicolon < 0 ? text.length() : semicolon;
            boolean last = semicolon < 0;
            if (last && !tags.isEmpty() && isBlank(text, from, end)) {
                break;
            }
            add(tags, text, from, end);
            from = end + 1;
        }
        return new TagList(tags);
    }

    Optional<Tag> find(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name)).findFirst();
    }

    /** The value of a tag, or null when it is absent. */
    String value(String name) {
        return find(name).map(Tag::value).orElse(null);
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    private static void add(List<Tag> tags, String text, int from, int end) throws UnreadableException {
        int nameAt = skipBlanks(text, from, end);
        if (nameAt == end) {
            throw new UnreadableException(Reason.MALFORMED, "nothing between two semicolons");
        }
        int equals = text.indexOf('=', nameAt);
        if (equals < 0 || equals >= end) {
            throw new UnreadableException(Reason.MALFORMED, "'" + text.substring(nameAt, end) + "' has no '='");
        }
        String name = trimEnd(text, nameAt, equals);
        String value = trimEnd(text, skipBlanks(text, equals + 1, end), end);
        if (!isName(name)) {
            throw new UnreadableException(Reason.MALFORMED, "'" + name + "' is no name of a tag");
        }
        if (tags.isEmpty()) {
            requireVersion(name, value);
        }
        for (Tag tag : tags) {
            if (tag.name().equals(name)) {
                throw new UnreadableException(Reason.MALFORMED, "the tag " + name + " stands twice");
            }
        }
        tags.add(new Tag(name, nameAt, value));
    }

    private static void requireVersion(String name, String value) throws UnreadableException {
        if (!name.equals("v")) {
            throw new UnreadableException(Reason.MALFORMED, "the first tag is " + name + ", not v");
        }
        if (!value.equals("1")) {
            boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
            throw new UnreadableException(
                    digits ? Reason.UNSUPPORTED_VERSION : Reason.MALFORMED, "version '" + value + "' is not 1");
        }
    }

    private static void requirePrintable(String text) throws UnreadableException {
        for (int i = 0; i < text.length(); i++) {
            char octet = text.charAt(i);
            if (octet != '\t' && (octet < 0x20 || octet > 0x7E)) {
                throw new UnreadableException(
                        Reason.MALFORMED, "octet " + (int) octet + " at " + i + " is not a printable ASCII character");
            }
        }
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            boolean inner = i > 0 && (c >= '0' && c <= '9' || c == '_');
            if (!letter && !inner) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isBlank(String text, int from, int end) {
        return skipBlanks(text, from, end) == end;
    }

    private static int skipBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String trimEnd(String text, int from, int end) {
        int to = end;
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, Math.max(from, to));
    }

    static boolean isBlank(char octet) {
        return octet == ' ' || octet == '\t';
    }
}
