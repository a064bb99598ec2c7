package io.breakwater.activation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses among the valid activations: sections 4.3 to 4.6 of the specification. Pure. */
final class Choice {

    private Choice() {}

    static Evaluation choose(Examination examination, Replay replay, ReplayState state, long now) {
        List<Warning> warnings = new ArrayList<>(examination.refused());
        if (examination.tooMany()) {
            return timeless(new Verdict.Hold(Reason.TOO_MANY), warnings);
        }
        List<Activation> started = new ArrayList<>();
        List<Activation> later = new ArrayList<>();
        for (Activation activation : examination.activations()) {
            if (replay == Replay.STRICT && state.refuses(activation)) {
                warnings.add(replayed(activation));
            } else {
                (activation.startedAt(now) ? started : later).add(activation);
            }
        }
        Optional<Activation> next = next(later, state, warnings);
        if (!started.isEmpty()) {
            return amongStarted(started, next, state, now, warnings);
        }
        return next.map(first -> new Evaluation(new Verdict.Pending(first), warnings, first.t(), next))
                .orElseGet(() -> timeless(nothingUsable(examination, warnings), warnings));
    }

    private static Evaluation amongStarted(
            List<Activation> started, Optional<Activation> next, ReplayState state, long now, List<Warning> warnings) {
        long newest = started.stream().mapToLong(Activation::startOrder).max().orElseThrow();
        List<Activation> rivals =
                started.stream().filter(one -> one.startOrder() == newest).toList();
        Long nextStart = next.map(Activation::t).orElse(null);
        if (rivals.stream().map(Activation::mode).distinct().count() > 1) {
            warnings.add(contradiction(rivals.get(0)));
            return new Evaluation(new Verdict.Hold(Reason.AMBIGUOUS), warnings, nextStart, next);
        }
        Activation winner = rivals.stream().max(longest(state)).orElseThrow();
        if (winner.endedAt(now)) {
            return new Evaluation(new Verdict.Expired(winner), warnings, nextStart, next);
        }
        return new Evaluation(new Verdict.Apply(winner), warnings, earlier(afterEnd(winner), nextStart), next);
    }

    private static Optional<Activation> next(List<Activation> later, ReplayState state, List<Warning> warnings) {
        Optional<Activation> first = later.stream()
                .min(Comparator.comparingLong(Activation::startOrder)
                        .thenComparing(longest(state).reversed()));
        first.filter(one -> later.stream().anyMatch(other -> one.t().equals(other.t()) && one.mode() != other.mode()))
                .ifPresent(one -> warnings.add(contradiction(one)));
        return first;
    }

    /** The later end; of equal ones the one in force already, then any rule that does not depend on the order of the records. */
    private static Comparator<Activation> longest(ReplayState state) {
        return Comparator.comparingLong(Activation::endOrder)
                .thenComparing(one -> one.identity().equals(state.lastIdentity()))
                .thenComparing(Activation::identity);
    }

    private static Verdict nothingUsable(Examination examination, List<Warning> warnings) {
        return warnings.stream()
                .map(Warning::reason)
                .reduce(Reason::moreSerious)
                .<Verdict>map(Verdict.Hold::new)
                .orElseGet(
                        () -> new Verdict.None(examination.hasOtherProducts() ? Reason.NOT_FOR_US : Reason.NO_RECORD));
    }

    private static Evaluation timeless(Verdict verdict, List<Warning> warnings) {
        return new Evaluation(verdict, warnings, null, Optional.empty());
    }

    private static Warning replayed(Activation activation) {
        String start = activation.t() == null ? "without a start" : "that starts at " + activation.t();
        return new Warning(
                Reason.REPLAY,
                "'" + activation.mode().label() + "' " + start
                        + " was superseded, or is not newer than what was applied");
    }

    private static Warning contradiction(Activation one) {
        String start = one.t() == null ? "Activations without a start" : "Activations that start at " + one.t();
        return new Warning(Reason.AMBIGUOUS, start + " want different modes");
    }

    private static Long afterEnd(Activation activation) {
        return activation.x() == null ? null : activation.x() + 1;
    }

    private static Long earlier(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }
}
