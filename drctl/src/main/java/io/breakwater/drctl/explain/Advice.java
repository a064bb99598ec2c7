package io.breakwater.drctl.explain;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Examination;
import io.breakwater.activation.Mode;
import io.breakwater.activation.RecordReading;
import io.breakwater.activation.zone.ZoneChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what a reader accepts and an administrator should still know. */
final class Advice {

    private static final long DAY = 86_400;
    private static final int LONGEST_STRING = 255;

    /** Of our days; as seconds they would be ten thousands of years away. */
    private static final Pattern MILLISECONDS = Pattern.compile("[1-9]\\d{12}");

    private Advice() {}

    static List<String> on(SeenRecords seen, Examination examination, boolean withoutKey) {
        Set<String> advice = new LinkedHashSet<>(seen.notes());
        if (withoutKey && examination.readings().stream().anyMatch(RecordReading.Part.class::isInstance)) {
            advice.add(
                    "the record is signed: give --key FILE, the tenant's public key (dr_publickey.pem), to verify it");
        }
        examination.activations().forEach(activation -> onActivation(activation, advice));
        examination.readings().forEach(reading -> onReading(reading, advice));
        if (seen.rrset().records().stream()
                .anyMatch(record -> record.strings().stream().anyMatch(octets -> octets.length > LONGEST_STRING))) {
            advice.add("a character-string is longer than 255 octets: no name server takes it, cut it");
        }
        long repeated = seen.rrset().records().size() - examination.readings().size();
        if (repeated > 0) {
            advice.add(repeated + " of the records are repetitions and were dropped");
        }
        if (seen.leftOut() > 0) {
            advice.add(seen.leftOut() + " TXT records at other names were left out");
        }
        seen.ttlSeconds().stream()
                .filter(ttl -> !seen.rrset().isEmpty() && ttl > ZoneChange.LONGEST_TTL)
                .forEach(ttl -> advice.add("the TTL is " + ttl + " s: more than 15 minutes delays every switch"));
        if (examination.pairs().stream().anyMatch(Examination.PairCheck::compat)) {
            advice.add(
                    "the signature is over the text without its final semicolon: it counts only where compatSignedText is on");
        }
        return List.copyOf(advice);
    }

    private static void onActivation(Activation activation, Set<String> advice) {
        if (activation.keyFingerprint() == null) {
            advice.add("the record is not signed: whoever can change the DNS can switch the mode");
        }
        if (activation.t() == null) {
            advice.add(
                    "there is no start (t): nothing tells this record from an older one, and the same text counts only once");
        }
        if (activation.x() == null && activation.mode() != Mode.NORMAL) {
            advice.add("there is no end (x): only another record ends the mode");
        }
        if (activation.t() != null
                && activation.x() != null
                && activation.mode() != Mode.NORMAL
                && activation.x() - activation.t() > 30 * DAY) {
            advice.add("the window is longer than 30 days");
        }
    }

    private static void onReading(RecordReading reading, Set<String> advice) {
        TagView.of(reading).stream()
                .filter(tag -> tag.name().matches("[tx]")
                        && MILLISECONDS.matcher(tag.value()).matches())
                .forEach(tag -> advice.add(tag.name() + "=" + tag.value()
                        + " looks like milliseconds: seconds since 1970 are meant, which is "
                        + tag.value().substring(0, tag.value().length() - 3)));
        boolean nameless = reading instanceof RecordReading.Part part
                && part.index() == 1
                && part.body().forUs()
                && part.body().domain().isEmpty();
        if (nameless) {
            advice.add("the domain (d) is not signed: the record counts at every domain with this key");
        }
        if (reading instanceof RecordReading.Foreign foreign && foreign.text().contains("v=1")) {
            advice.add(
                    "a record holds 'v=1' but does not begin with it (perhaps quotes are part of its data): it is invisible");
        }
    }
}
