package io.breakwater.activation.pasted;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts zone text into entries of tokens: RFC 1035, section 5.1. Quotes, escapes, comments and parentheses are done with here. Used once.
 */
final class ZoneTokens {

    /**
     * @param line number of the line on which the entry begins
     * @param indented whether it begins with white space: the owner is that of the entry before
     */
    record Entry(int line, boolean indented, List<Token> tokens) {}

    /**
     * Text in which each character stands for an octet.
     *
     * @param generic whether it is {@code \\#}: data as RFC 3597 writes it follows
     */
    record Token(String text, boolean quoted, boolean generic) {
        Token(String text, boolean quoted) {
            this(text, quoted, false);
        }
    }

    private static final Pattern PLAIN = Pattern.compile("[ \\t]*v[ \\t]*=[ \\t]*\\d[^\"]*");

    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int entryLine = 1;
    private int depth;
    private boolean indented;

    private ZoneTokens(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException for an open quote or parenthesis, with the number of the line
     */
    static List<Entry> read(String text) {
        return new ZoneTokens(text).read();
    }

    private List<Entry> read() {
        while (at < text.length()) {
            if (!plainLine()) {
                step(text.charAt(at));
            }
        }
        endEntry();
        if (depth > 0) {
            throw new IllegalArgumentException("line " + entryLine + ": a parenthesis is not closed");
        }
        return entries;
    }

    /** A line that begins with {@code v=} and has no quotes is the text of one record, semicolons and all. */
    private boolean plainLine() {
        boolean atStart = depth == 0 && tokens.isEmpty() && (at == 0 || text.charAt(at - 1) == '\n');
        if (!atStart) {
            return false;
        }
        int end = text.indexOf('\n', at);
        String whole = text.substring(at, end < 0 ? text.length() : end);
        String content = whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
        if (!PLAIN.matcher(content).matches()) {
            return false;
        }
        tokens.add(new Token(content, true));
        at += whole.length();
        return true;
    }

    private void step(char c) {
        if (c == '\n') {
            at++;
            line++;
            if (depth == 0) {
                endEntry();
            }
        } else if (c == ' ' || c == '\t' || c == '\r') {
            indented |= tokens.isEmpty() && c != '\r' && (at == 0 || text.charAt(at - 1) == '\n');
            at++;
        } else if (c == ';') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (c == '(' || c == ')') {
            depth += c == '(' ? 1 : depth > 0 ? -1 : 0;
            at++;
        } else if (c == '"') {
            at++;
            tokens.add(new Token(quoted(), true));
        } else {
            int from = at;
            String word = word();
            tokens.add(new Token(word, false, text.substring(from, at).equals("\\#")));
        }
    }

    private void endEntry() {
        if (!tokens.isEmpty()) {
            entries.add(new Entry(entryLine, indented, List.copyOf(tokens)));
        }
        tokens.clear();
        indented = false;
        entryLine = line;
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\n') {
                line++;
            }
            out.append(octet());
        }
        if (at == text.length()) {
            throw new IllegalArgumentException("line " + entryLine + ": a quotation mark is not closed");
        }
        at++;
        return out.toString();
    }

    private String word() {
        StringBuilder out = new StringBuilder();
        while (at < text.length() && " \t\r\n;()\"".indexOf(text.charAt(at)) < 0) {
            out.append(octet());
        }
        return out.toString();
    }

    /** The next octet, an escape resolved: {@code \DDD} is a decimal octet, {@code \X} is X. */
    private char octet() {
        char c = text.charAt(at++);
        if (c != '\\' || at == text.length()) {
            return c;
        }
        char next = text.charAt(at);
        if (next < '0' || next > '9') {
            at++;
            return next;
        }
        String digits = text.substring(at, Math.min(text.length(), at + 3));
        if (digits.length() < 3
                || !digits.chars().allMatch(d -> d >= '0' && d <= '9')
                || Integer.parseInt(digits) > 0xFF) {
            throw new IllegalArgumentException("line " + line + ": \\" + digits.strip()
                    + " is no octet: exactly three digits up to 255 are needed");
        }
        at += 3;
        return (char) Integer.parseInt(digits);
    }
}
