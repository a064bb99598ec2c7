package io.breakwater.benchmarks.pgbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as PostgreSQL got it.
 *
 * @param process of the server that ran it
 * @param sql with {@code $1}, {@code $2} …
 * @param parameters in their order; null where one is SQL's null
 */
record Statement(long process, String sql, List<String> parameters) {
    private static final Pattern PLACE = Pattern.compile("\\$([0-9]+)");
    private static final Pattern PARAMETER =
            Pattern.compile("\\$[0-9]+ = (?:NULL|'([^']*+(?:''[^']*+)*+)')(?:, |$)", Pattern.DOTALL);

    /** @param text as PostgreSQL logs parameters: {@code $1 = 'a', $2 = NULL} */
    static List<String> parameters(String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(1);
            all.add(value == null ? null : value.replace("''", "'"));
        }
        return all;
    }

    /**
     * The statement for a script of pgbench: each parameter is a literal, or the variable that stands for its value.
     *
     * @param variables names of variables by the values that they stand for
     */
    String script(Map<String, String> variables) {
        String text = PLACE.matcher(sql).replaceAll(place -> {
            String value = parameters.get(Integer.parseInt(place.group(1)) - 1);
            String variable = value == null ? null : variables.get(value);
            return Matcher.quoteReplacement(variable == null ? literal(value) : ":" + variable);
        });
        return text + ";\n";
    }

    /** Without any character that means something to pgbench, which takes {@code :name} for a variable even inside quotes. */
    private static String literal(String value) {
        if (value == null) {
            return "null";
        }
        StringBuilder text = new StringBuilder("U&'");
        value.codePoints().forEach(point -> {
            if (point == ':' || point == '\'' || point == '\\' || point == ';' || point < ' ' || point > '~') {
                text.append(String.format("\\+%06X", point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.append('\'').toString();
    }
}
