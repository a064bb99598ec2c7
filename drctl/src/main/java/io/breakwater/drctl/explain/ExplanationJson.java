package io.breakwater.drctl.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.breakwater.activation.Activation;
import io.breakwater.activation.Examination;
import io.breakwater.activation.RecordReading;
import io.breakwater.activation.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An explanation for programs. Fields that do not apply are null. Times are epoch seconds, and ISO 8601 in UTC where named so. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExplanationJson(
        String domain,
        String source,
        Long ttlSeconds,
        long now,
        String verdict,
        String reason,
        ActivationJson activation,
        Long nextChange,
        List<KeyJson> keys,
        List<RecordJson> records,
        List<PairJson> pairs,
        List<ActivationJson> valid,
        List<WarningJson> warnings,
        List<String> notes) {

    record KeyJson(String fingerprint, boolean usable) {}

    record RecordJson(String text, String kind, Map<String, String> tags) {}

    /**
     * @param first number of the record, from 1
     * @param key fingerprint, or null when no key verifies the pair
     */
    record PairJson(int first, int second, String key, boolean compat) {}

    record ActivationJson(
            String mode, Long t, String start, Long x, String end, String m, String identity, String key) {}

    record WarningJson(String reason, String detail) {}

    static ExplanationJson of(Explanation explanation) {
        Verdict verdict = explanation.evaluation().verdict();
        List<RecordReading> readings = explanation.examination().readings();
        return new ExplanationJson(
                explanation.domain(),
                explanation.seen().source(),
                explanation.seen().ttlSeconds().isPresent()
                        ? (Long) explanation.seen().ttlSeconds().getAsLong()
                        : null,
                explanation.now(),
                verdict.name(),
                verdict.reason().name(),
                verdict.activation().map(ExplanationJson::activation).orElse(null),
                explanation.evaluation().nextChange(),
                explanation.keys().stream()
                        .map(key -> new KeyJson(key.fingerprint(), key.isUsable()))
                        .toList(),
                readings.stream().map(ExplanationJson::record).toList(),
                explanation.examination().pairs().stream()
                        .map(pair -> pair(readings, pair))
                        .toList(),
                explanation.examination().activations().stream()
                        .map(ExplanationJson::activation)
                        .toList(),
                explanation.evaluation().warnings().stream()
                        .map(warning -> new WarningJson(warning.reason().name(), warning.detail()))
                        .toList(),
                explanation.advice());
    }

    private static RecordJson record(RecordReading reading) {
        Map<String, String> tags = TagView.of(reading).stream()
                .collect(Collectors.toMap(TagView::name, TagView::value, (first, again) -> first));
        return new RecordJson(reading.text(), TagView.kind(reading), tags);
    }

    private static PairJson pair(List<RecordReading> readings, Examination.PairCheck pair) {
        return new PairJson(
                readings.indexOf(pair.first()) + 1,
                readings.indexOf(pair.second()) + 1,
                pair.keyFingerprint().orElse(null),
                pair.compat());
    }

    private static ActivationJson activation(Activation activation) {
        return new ActivationJson(
                activation.mode().label(),
                activation.t(),
                iso(activation.t()),
                activation.x(),
                iso(activation.x()),
                activation.m().label(),
                activation.identity(),
                activation.keyFingerprint());
    }

    private static String iso(Long epochSeconds) {
        return epochSeconds == null ? null : Instant.ofEpochSecond(epochSeconds).toString();
    }
}
