package io.breakwater.drctl.explain;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Examination;
import io.breakwater.activation.RecordReading;
import io.breakwater.activation.TrustedKey;
import io.breakwater.activation.Verdict;
import io.breakwater.drctl.TimeText;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** An explanation for people. */
final class ExplanationText {

    private static final int LONGEST_SHOWN = 64;

    private final Explanation explanation;
    private final ZoneId zone;
    private final PrintWriter out;

    ExplanationText(Explanation explanation, ZoneId zone, PrintWriter out) {
        this.explanation = explanation;
        this.zone = zone;
        this.out = out;
    }

    void print() {
        out.println(explanation.domain() + ": "
                + explanation.seen().rrset().records().size() + " TXT records from "
                + explanation.seen().source());
        explanation.seen().ttlSeconds().ifPresent(ttl -> out.println("TTL      " + ttl + " s"));
        out.println("now      " + time(explanation.now()));
        explanation.keys().forEach(this::key);
        if (explanation.keys().isEmpty()) {
            out.println("key      none: unsigned records count, signed ones do not");
        }
        List<RecordReading> readings = explanation.examination().readings();
        for (int i = 0; i < readings.size(); i++) {
            record(i + 1, readings.get(i));
        }
        explanation.examination().pairs().forEach(pair -> pair(readings, pair));
        explanation.examination().activations().forEach(this::activation);
        verdict(explanation.evaluation().verdict());
        explanation
                .evaluation()
                .warnings()
                .forEach(warning -> out.println("warning  " + warning.reason() + ": " + printable(warning.detail())));
        explanation.advice().forEach(advice -> out.println("note     " + advice));
    }

    private void key(TrustedKey key) {
        String size = key.key() == null ? "" : ", RSA " + key.key().getModulus().bitLength();
        out.println("key      " + key.fingerprint() + size + (key.isUsable() ? "" : ", refused: it verifies nothing"));
    }

    private void record(int number, RecordReading reading) {
        out.println("record " + number + " is " + printable(TagView.kind(reading)));
        if (reading instanceof RecordReading.Foreign foreign) {
            out.println("    " + printable(shortened(foreign.text())));
        }
        TagView.of(reading).forEach(tag -> out.printf("    %-3s %s%n", printable(tag.name()), value(tag)));
    }

    private static String value(TagView tag) {
        return tag.name().equals("bh") ? tag.value().length() + " characters" : printable(shortened(tag.value()));
    }

    private void pair(List<RecordReading> readings, Examination.PairCheck pair) {
        String numbers = (readings.indexOf(pair.first()) + 1) + " and " + (readings.indexOf(pair.second()) + 1);
        out.println("pair     records " + numbers + ": "
                + pair.keyFingerprint()
                        .map(key -> "signature verified with key " + key)
                        .orElse("no key verifies the signature"));
    }

    private void activation(Activation activation) {
        out.println("valid    b=" + activation.mode().label() + ", m="
                + activation.m().label() + ", identity " + activation.identity());
        out.println("  from   " + (activation.t() == null ? "at once" : time(activation.t())));
        out.println("  until  " + (activation.x() == null ? "another record is published" : time(activation.x())));
    }

    private void verdict(Verdict verdict) {
        String mode = verdict.activation().map(one -> " " + one.mode().label()).orElse("");
        out.println("verdict  " + verdict.name() + mode + " (" + verdict.reason() + "): " + meaning(verdict));
        Long next = explanation.evaluation().nextChange();
        if (next != null) {
            out.println("next     " + time(next) + " by the clock alone");
        }
    }

    private static String meaning(Verdict verdict) {
        if (verdict instanceof Verdict.Apply apply) {
            return "the mode is to be " + apply.value().mode();
        } else if (verdict instanceof Verdict.Pending) {
            return "the mode stays until the start";
        } else if (verdict instanceof Verdict.Expired) {
            return "the mode is to be NORMAL";
        } else if (verdict instanceof Verdict.None) {
            return "the mode stays, unless the tenant has absence end it";
        }
        return "the mode stays, somebody should look";
    }

    private String time(long epochSeconds) {
        return epochSeconds + " = " + TimeText.of(epochSeconds, zone);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, LONGEST_SHOWN) + "… (" + text.length() + " octets)";
    }

    /** No octet of a record reaches the terminal as a command. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            boolean control = c < 0x20 || c >= 0x7F && c <= 0xFF;
            shown.append(control ? String.format(Locale.ROOT, "\\%03d", (int) c) : String.valueOf(c));
        }
        return shown.toString();
    }
}
