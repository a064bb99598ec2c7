package io.breakwater.drctl.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts zone text into entries of tokens: RFC 1035, section 5.1. Quotes, escapes, comments and parentheses are done with here. Used once.
 */
final class ZoneTokens {

    /**
     * @param line number of the line on which the entry begins
     * @param indented whether it begins with white space: the owner is that of the entry before
     */
    record Entry(int line, boolean indented, List<Token> tokens) {}

    /** Text in which each character stands for an octet. */
    record Token(String text, boolean quoted) {}

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
            step(text.charAt(at));
        }
        endEntry();
        if (depth > 0) {
            throw new IllegalArgumentException("line " + entryLine + ": a parenthesis is not closed");
        }
        return entries;
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
            tokens.add(new Token(word(), false));
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
        if (at + 3 <= text.length() && text.substring(at, at + 3).chars().allMatch(d -> d >= '0' && d <= '9')) {
            int octet = Integer.parseInt(text.substring(at, at + 3));
            if (octet > 0xFF) {
                throw new IllegalArgumentException("line " + line + ": \\" + octet + " is no octet");
            }
            at += 3;
            return (char) octet;
        }
        return text.charAt(at++);
    }
}
