package io.breakwater.local.cli;

import io.breakwater.local.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Output for people: progress with the seconds since the start, and tables. Safe for threads. */
public final class Terminal implements Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    public Terminal(PrintStream out) {
        this.out = out;
    }

    @Override
    public void healthy(String process, Duration startTime) {
        step(String.format(Locale.ROOT, "%-17s healthy after %.1f s", process, startTime.toMillis() / 1e3));
    }

    @Override
    public void step(String what) {
        line(String.format(Locale.ROOT, "%6.1f s  %s", (System.nanoTime() - start) / 1e9, what));
    }

    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Columns as wide as their widest cell. */
    public void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder text = new StringBuilder("  ");
            for (int i = 0; i < row.size(); i++) {
                text.append(String.format("%-" + (widths[i] + 2) + "s", row.get(i)));
            }
            line(text.toString().stripTrailing());
        }
    }
}
