package io.breakwater.activation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A verdict with what surrounds it.
 *
 * @param verdict what the record set means now
 * @param warnings what else was found
 * @param nextChange epoch second of the earliest future instant at which the verdict on the same record set can change (the second after
 *     the end of the activation in force, or the start of a later one), or null when time alone changes nothing
 * @param scheduled the valid activation in the same record set that starts next; the verdict's own one when it is PENDING
 */
public record Evaluation(Verdict verdict, List<Warning> warnings, Long nextChange, Optional<Activation> scheduled) {

    public Evaluation {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(scheduled, "scheduled");
        warnings = List.copyOf(warnings);
    }

    public Evaluation(Verdict verdict, List<Warning> warnings, Long nextChange) {
        this(
                verdict,
                warnings,
                nextChange,
                verdict instanceof Verdict.Pending pending ? Optional.of(pending.value()) : Optional.empty());
    }
}
