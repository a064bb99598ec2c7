package io.breakwater.watcher.judging;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Verdict;
import java.util.Comparator;

/**
 * How new the activation of a verdict is: by its start, then started before pending, then by its end. Everything without an
 * activation is equally old.
 */
record Rank(boolean hasActivation, long t, boolean started, long x) implements Comparable<Rank> {
    static final Rank NONE = new Rank(false, Long.MIN_VALUE, false, Long.MIN_VALUE);

    private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::hasActivation)
            .thenComparing(Rank::t)
            .thenComparing(Rank::started)
            .thenComparing(Rank::x);

    static Rank of(Verdict verdict) {
        return verdict.activation()
                .map(activation -> of(activation, !(verdict instanceof Verdict.Pending)))
                .orElse(NONE);
    }

    private static Rank of(Activation activation, boolean started) {
        return new Rank(
                true,
                activation.t() == null ? -1 : activation.t(),
                started,
                activation.x() == null ? Long.MAX_VALUE : activation.x());
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
