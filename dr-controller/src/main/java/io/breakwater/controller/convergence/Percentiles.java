package io.breakwater.controller.convergence;

import java.util.List;

/**
 * Nearest-rank percentiles in milliseconds; null when there is nothing to rank.
 */
record Percentiles(Long p50, Long p95, Long p99) {
    static Percentiles of(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return new Percentiles(rank(sorted, 50), rank(sorted, 95), rank(sorted, 99));
    }

    private static Long rank(List<Long> sorted, int percent) {
        if (sorted.isEmpty()) {
            return null;
        }
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(rank - 1);
    }
}
