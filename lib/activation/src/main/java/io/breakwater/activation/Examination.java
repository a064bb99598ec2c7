package io.breakwater.activation;

import java.util.List;
import java.util.Optional;

/**
 * What a record set holds for a domain and its keys, whatever the time and whatever was applied before: the part of an evaluation that
 * costs something and can be kept.
 *
 * @param readings what each record is, repetitions dropped
 * @param pairs the parts that belong together by their tags
 * @param activations the valid ones, each once
 * @param refused why the other candidates do not count
 */
public record Examination(
        List<RecordReading> readings, List<PairCheck> pairs, List<Activation> activations, List<Warning> refused) {

    public Examination {
        readings = List.copyOf(readings);
        pairs = List.copyOf(pairs);
        activations = List.copyOf(activations);
        refused = List.copyOf(refused);
    }

    /**
     * @param keyFingerprint of the key that verifies the pair, empty when none does
     * @param compat whether the signature is over the signed text without its end
     */
    public record PairCheck(
            RecordReading.Part first, RecordReading.Part second, Optional<String> keyFingerprint, boolean compat) {}

    boolean tooMany() {
        return refused.stream().anyMatch(warning -> warning.reason() == Reason.TOO_MANY);
    }

    /** Whether there are records of other products. */
    boolean hasOtherProducts() {
        return readings.stream().anyMatch(Examination::isOfOtherProduct);
    }

    private static boolean isOfOtherProduct(RecordReading reading) {
        return reading instanceof RecordReading.Unsigned unsigned
                        && !unsigned.body().forUs()
                || reading instanceof RecordReading.Part part && !part.body().forUs();
    }
}
