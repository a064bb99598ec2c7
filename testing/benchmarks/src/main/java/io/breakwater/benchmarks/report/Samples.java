package io.breakwater.benchmarks.report;

import java.util.Arrays;

/** Durations of one thing, measured many times. Not safe for threads. */
public final class Samples {
    private long[] nanos = new long[64];
    private int count;

    /** Adds a duration in nanoseconds. */
    public void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    /** Adds all durations of another one. */
    public void addAll(Samples other) {
        for (int i = 0; i < other.count; i++) {
            add(other.nanos[i]);
        }
    }

    public int count() {
        return count;
    }

    /**
     * The nearest-rank percentile in milliseconds.
     *
     * @param percent 0 to 100; 100 is the largest
     */
    public double millis(double percent) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * count);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }
}
