package io.breakwater.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows of a benchmark: each becomes a line of the table and a JSON line {@code {"bench":…,"row":…,…}}. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String bench;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    public Report(String bench) {
        this.bench = bench;
    }

    /** A row of latencies: count, p50, p90, p99 and maximum in milliseconds. */
    public Report latency(String row, Samples samples) {
        Map<String, Object> values = row(row);
        values.put("count", samples.count());
        values.put("p50_ms", millis(samples, 50));
        values.put("p90_ms", millis(samples, 90));
        values.put("p99_ms", millis(samples, 99));
        values.put("max_ms", millis(samples, 100));
        return this;
    }

    /** A row of latencies with requests a second. */
    public Report load(String row, Measured measured) {
        latency(row, measured.latencies());
        rows.get(rows.size() - 1).put("per_second", round(measured.perSecond()));
        return this;
    }

    /** A row of words, for example how something was set. */
    public Report note(String row, String text) {
        row(row).put("text", text);
        return this;
    }

    /** A row with one figure. */
    public Report figure(String row, double value, String unit) {
        Map<String, Object> values = row(row);
        values.put("value", round(value));
        values.put("unit", unit);
        return this;
    }

    /** Prints the table, then the JSON lines. */
    public void print(PrintStream out) {
        out.println();
        out.println(line(bench, "count", "p50 ms", "p90 ms", "p99 ms", "max ms", isLoad() ? "per second" : ""));
        for (Map<String, Object> row : rows) {
            if (row.containsKey("text")) {
                out.println(line(row.get("row"), "", row.get("text")));
            } else if (row.containsKey("unit")) {
                out.println(line(row.get("row"), "", row.get("value"), row.get("unit")));
            } else {
                out.println(line(
                        row.get("row"),
                        row.get("count"),
                        row.get("p50_ms"),
                        row.get("p90_ms"),
                        row.get("p99_ms"),
                        row.get("max_ms"),
                        row.getOrDefault("per_second", "")));
            }
        }
        out.println();
        rows.forEach(row -> out.println(json(row)));
    }

    private boolean isLoad() {
        return rows.stream().anyMatch(row -> row.containsKey("per_second"));
    }

    private static String line(Object name, Object count, Object... cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-52s %7s", name, count));
        for (Object cell : cells) {
            line.append(String.format(Locale.ROOT, " %10s", cell));
        }
        return line.toString().stripTrailing();
    }

    private Map<String, Object> row(String name) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("bench", bench);
        values.put("row", name);
        rows.add(values);
        return values;
    }

    private static String json(Map<String, Object> row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** Null, never zero, where nothing was measured. */
    private static Double millis(Samples samples, double percent) {
        return samples.count() == 0 ? null : round(samples.millis(percent));
    }
}
