package io.breakwater.activation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and verifies one record set: sections 2, 3 and the first two steps of section 4 of the specification. Used once. */
final class Examiner {

    private static final int MOST_PARTS = 8;

    private final String domain;
    private final boolean keyConfigured;
    private final SignatureVerifier verifier;
    private final List<Examination.PairCheck> pairs = new ArrayList<>();
    private final Map<String, Activation> activations = new LinkedHashMap<>();
    private final List<Warning> refused = new ArrayList<>();

    Examiner(String domain, List<TrustedKey> keys, boolean compatSignedText) {
        this.domain = comparable(domain);
        this.keyConfigured = !keys.isEmpty();
        this.verifier = new SignatureVerifier(keys, compatSignedText);
    }

    Examination examine(Rrset rrset) {
        List<RecordReading> readings = rrset.records().stream()
                .map(TxtRecord::joined)
                .distinct()
                .map(RecordReader::read)
                .toList();
        List<RecordReading.Part> parts = new ArrayList<>();
        for (RecordReading reading : readings) {
            if (reading instanceof RecordReading.Broken broken) {
                refuse(broken.reason(), broken.detail());
            } else if (reading instanceof RecordReading.Unsigned unsigned
                    && unsigned.body().forUs()) {
                judgeUnsigned(unsigned);
            } else if (reading instanceof RecordReading.Part part) {
                parts.add(part);
            }
        }
        judgeParts(parts);
        // The order of the records must not show in the result.
        refused.sort(Comparator.comparing(Warning::reason).thenComparing(Warning::detail));
        return new Examination(readings, pairs, List.copyOf(activations.values()), refused);
    }

    private void judgeUnsigned(RecordReading.Unsigned unsigned) {
        Optional<Warning> fault = fault(unsigned.body());
        if (fault.isPresent()) {
            refused.add(fault.get());
        } else if (keyConfigured) {
            refuse(
                    Reason.UNSIGNED_WITH_KEY,
                    "an unsigned '" + label(unsigned.body()) + "' does not count: the tenant has a key");
        } else {
            accept(unsigned.body(), Activation.identityOfUnsigned(unsigned.text()), null);
        }
    }

    private void judgeParts(List<RecordReading.Part> parts) {
        List<RecordReading.Part> ours =
                parts.stream().filter(part -> part.body().forUs()).toList();
        for (int index = 1; index <= 2; index++) {
            int wanted = index;
            long count = ours.stream().filter(part -> part.index() == wanted).count();
            if (count > MOST_PARTS) {
                refuse(
                        Reason.TOO_MANY,
                        count + " different parts with p=" + wanted + ", at most " + MOST_PARTS + " are tried");
                return;
            }
        }
        if (!keyConfigured) {
            ours.forEach(part -> refuse(
                    Reason.SIGNED_WITHOUT_KEY,
                    "part " + part.index() + " of a signed '" + label(part.body()) + "': the tenant has no key"));
            return;
        }
        judgePairs(SignedPair.among(parts), ours);
    }

    private void judgePairs(List<SignedPair> candidates, List<RecordReading.Part> ours) {
        Set<SignedPair> bad = new LinkedHashSet<>();
        Set<RecordReading.Part> explained = new LinkedHashSet<>();
        for (SignedPair pair : candidates) {
            if (!pair.first().body().forUs()) {
                explained.add(pair.second());
            } else if (judgePair(pair)) {
                explained.add(pair.first());
                explained.add(pair.second());
            } else {
                bad.add(pair);
            }
        }
        // A part of a good pair may match the tags of another activation's part: that is no forgery.
        bad.removeIf(pair -> explained.contains(pair.first()) || explained.contains(pair.second()));
        bad.forEach(pair -> refuseSignature(pair.first()));
        ours.stream()
                .filter(part -> !explained.contains(part) && bad.stream().noneMatch(pair -> pair.holds(part)))
                .forEach(part -> refuse(
                        Reason.PARTIAL,
                        "part " + part.index() + " of '" + label(part.body())
                                + "' is alone: no other part has the same tags"));
    }

    /** Whether the pair's signature is good, whatever else is wrong with it. */
    private boolean judgePair(SignedPair pair) {
        RecordReading.Body body = pair.first().body();
        Optional<SignatureVerifier.Verified> verified =
                verifier.verify(pair.first().signedText(), pair.signature());
        pairs.add(new Examination.PairCheck(
                pair.first(),
                pair.second(),
                verified.map(good -> good.key().fingerprint()),
                verified.map(SignatureVerifier.Verified::compat).orElse(false)));
        verified.ifPresent(good -> fault(body)
                .ifPresentOrElse(
                        refused::add,
                        () -> accept(body, good.identity(), good.key().fingerprint())));
        return verified.isPresent();
    }

    private void refuseSignature(RecordReading.Part first) {
        if (verifier.hasKey()) {
            refuse(Reason.BAD_SIGNATURE, "no configured key verifies the signature of '" + label(first.body()) + "'");
        } else {
            refuse(Reason.BAD_KEY, "the configured key cannot verify anything: it is no RSA key of 2048 to 4096 bits");
        }
    }

    private Optional<Warning> fault(RecordReading.Body body) {
        Optional<String> other =
                body.domain().filter(named -> !comparable(named).equals(domain));
        if (other.isPresent()) {
            return Optional.of(
                    new Warning(Reason.WRONG_DOMAIN, "the record is for " + other.get() + ", not for " + domain));
        }
        if (body.t() != null && body.x() != null && body.x() < body.t()) {
            return Optional.of(new Warning(Reason.WINDOW, "the end " + body.x() + " is before the start " + body.t()));
        }
        return Optional.empty();
    }

    private void accept(RecordReading.Body body, String identity, String keyFingerprint) {
        activations.putIfAbsent(
                identity, new Activation(body.mode(), body.t(), body.x(), body.m(), identity, keyFingerprint));
    }

    private void refuse(Reason reason, String detail) {
        refused.add(new Warning(reason, detail));
    }

    private static String label(RecordReading.Body body) {
        return body.mode().label();
    }

    /** Host names are compared without case and final dot. */
    private static String comparable(String hostName) {
        StringBuilder name = new StringBuilder(hostName.length());
        hostName.chars().map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c).forEach(c -> name.append((char) c));
        if (!name.isEmpty() && name.charAt(name.length() - 1) == '.') {
            name.setLength(name.length() - 1);
        }
        return name.toString();
    }
}
