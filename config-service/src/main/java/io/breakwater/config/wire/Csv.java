package io.breakwater.config.wire;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180). Pure. */
public final class Csv {
    /** Spreadsheets take a cell that begins so for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");

    private static final Pattern PLAIN = Pattern.compile("[^\",\r\n]*");

    private Csv() {}

    /** A null cell is empty. */
    public static String of(List<List<String>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        if (text == null) {
            return "";
        }
        String safe = FORMULA.matcher(text).find() ? "'" + text : text;
        return PLAIN.matcher(safe).matches() ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
