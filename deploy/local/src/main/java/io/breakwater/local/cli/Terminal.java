package io.breakwater.local.cli;

import io.breakwater.local.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Output for people: progress with the seconds since the start, and tables, within the width of the terminal. Safe for threads. */
public final class Terminal implements Progress {
    private static final int STEP_INDENT = 10;

    private final PrintStream out;
    private final int columns;
    private final long start = System.nanoTime();
    private Thread only;

    public Terminal(PrintStream out) {
        this(out, Wrapped.columns());
    }

    /** @param columns 0: as wide as it comes */
    Terminal(PrintStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public void healthy(String process, Duration startTime) {
        step(String.format(Locale.ROOT, "%-17s healthy after %.1f s", process, startTime.toMillis() / 1e3));
    }

    @Override
    public void step(String what) {
        String text = String.format(Locale.ROOT, "%6.1f s  %s", (System.nanoTime() - start) / 1e9, what);
        line(Wrapped.text(text, columns, STEP_INDENT));
    }

    /** Whatever other threads say from now on is not shown. */
    public synchronized void onlyThisThread() {
        only = Thread.currentThread();
    }

    /** As it is, however wide. */
    public synchronized void line(String text) {
        if (only == null || only == Thread.currentThread()) {
            out.println(text);
            out.flush();
        }
    }

    /** Broken at spaces where it is too wide. */
    public void paragraph(String text) {
        line(Wrapped.text(text, columns, 2));
    }

    /** Columns as wide as their widest cell; one cell a line where that is too wide. */
    public void table(List<List<String>> rows) {
        int count = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[count];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = rows.stream().map(row -> cells(row, widths)).toList();
        if (columns == 0 || lines.stream().allMatch(line -> line.length() <= columns)) {
            lines.forEach(this::line);
        } else {
            rows.forEach(this::stacked);
        }
    }

    private static String cells(List<String> row, int[] widths) {
        StringBuilder text = new StringBuilder("  ");
        for (int i = 0; i < row.size(); i++) {
            text.append(String.format("%-" + (widths[i] + 2) + "s", row.get(i)));
        }
        return text.toString().stripTrailing();
    }

    private void stacked(List<String> row) {
        boolean first = true;
        for (String cell : row) {
            if (!cell.isEmpty()) {
                line(Wrapped.text((first ? "  " : "    ") + cell, columns, 4));
            }
            first = false;
        }
    }
}
