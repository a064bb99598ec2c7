package io.breakwater.config.rows;

import io.breakwater.config.search.Where;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition as PostgreSQL takes it, with {@code $1}, {@code $2} ... for its parameters. Immutable.
 *
 * @param parameters in order, as the PostgreSQL client takes them
 */
public record Condition(String sql, List<Object> parameters) {
    private static final Pattern NAMED = Pattern.compile(":([a-zA-Z][a-zA-Z0-9]*)");

    /** @param where in the names of columns */
    public static Condition of(Where where) {
        List<String> names = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        Matcher matcher = NAMED.matcher(where.condition());
        String sql = matcher.replaceAll(found -> {
            String name = found.group(1);
            if (!names.contains(name)) {
                names.add(name);
                values.add(column(where.parameters().get(name)));
            }
            return "\\$" + (names.indexOf(name) + 1);
        });
        return new Condition(sql, List.copyOf(values));
    }

    private static Object column(Object value) {
        return value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value;
    }

    /** The parameters and those that follow them. */
    public Object[] with(Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
