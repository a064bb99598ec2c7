package io.breakwater.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.signing.DrKeys;
import io.breakwater.activation.signing.RecordDraft;
import io.breakwater.activation.signing.RecordSigner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("I1: only a valid record says anything")
class EvaluatorPropertyTest {

    private static final String DOMAIN = "dr.acme.example";
    private static final DrKeys KEYS = DrKeys.generate();
    private static final List<TrustedKey> TRUSTED = List.of(KEYS.publicKey());
    private static final String[] FRAGMENTS = {
        "v=1",
        "v = 1",
        "v=2",
        ";",
        "; ",
        "=",
        "b=on",
        "b=off",
        "b=test",
        "b=",
        "k=zpa",
        "k=zia",
        "k=all",
        "d=" + DOMAIN,
        "d=other",
        "t=5",
        "t=",
        "x=9",
        "x=999999999999",
        "x=1000000000000",
        "n=2",
        "n=",
        "p=1",
        "p=2",
        "p=0",
        "bh=",
        "AAAA",
        "AA==",
        "m=fo",
        "zz=1",
        " ",
        "\t",
        "\0",
        "\u00ff",
        "\\",
        "\""
    };

    @Property(tries = 5000)
    void anyOctetsGiveAVerdictAndNoneIsBelievedWithoutASignature(@ForAll("rrsets") Rrset rrset, @ForAll long now) {
        Evaluation evaluation = Evaluator.evaluate(rrset, DOMAIN, TRUSTED, Policy.DEFAULT, ReplayState.EMPTY, now);

        assertThat(evaluation.verdict().activation()).isEmpty();
    }

    @Property(tries = 5000)
    void anyOctetsGiveAVerdictWithoutAKeyToo(@ForAll("rrsets") Rrset rrset, @ForAll long now) {
        Evaluation evaluation = Evaluator.evaluate(rrset, DOMAIN, List.of(), Policy.DEFAULT, ReplayState.EMPTY, now);

        assertThat(evaluation.verdict().activation().map(Activation::keyFingerprint))
                .isEmpty();
        assertThat(evaluation.nextChange())
                .satisfiesAnyOf(
                        next -> assertThat(next).isNull(),
                        next -> assertThat(next).isGreaterThan(now));
    }

    @Property(tries = 300)
    void whatTheSignerWritesVerifiesInAnyOrderAndAnyCut(
            @ForAll("drafts") RecordDraft draft, @ForAll("cuts") List<Integer> cuts, @ForAll boolean swap) {
        List<TxtRecord> records =
                new ArrayList<>(RecordSigner.sign(draft, KEYS.privateKey()).records());
        records.replaceAll(record -> cut(record, cuts));
        if (swap) {
            records.add(records.remove(0));
        }

        Verdict verdict = evaluate(new Rrset(records), draft.t() == null ? 1_000 : draft.t());

        assertThat(verdict.name()).isEqualTo("APPLY");
        assertThat(verdict.activation()).hasValueSatisfying(activation -> {
            assertThat(activation.mode()).isEqualTo(draft.mode());
            assertThat(activation.t()).isEqualTo(draft.t());
            assertThat(activation.x()).isEqualTo(draft.x());
            assertThat(activation.m()).isEqualTo(draft.m());
            assertThat(activation.keyFingerprint()).isEqualTo(KEYS.publicKey().fingerprint());
        });
    }

    @Property(tries = 2000)
    void aChangedOctetNeverMakesAnotherActivation(
            @ForAll("positions") int position, @ForAll("octets") int octet, @ForAll boolean second) {
        Rrset signed = RecordSigner.sign(RecordDraft.of(Mode.TEST, DOMAIN, 100, 200), KEYS.privateKey());
        Optional<Activation> original = evaluate(signed, 150).activation();
        List<TxtRecord> records = new ArrayList<>(signed.records());
        int index = second ? 1 : 0;
        byte[] text = records.get(index).joined().getBytes(StandardCharsets.ISO_8859_1);
        text[position % text.length] = (byte) octet;
        records.set(index, new TxtRecord(List.of(text)));

        Verdict verdict = evaluate(new Rrset(records), 150);

        assertThat(verdict.activation())
                .satisfiesAnyOf(
                        nothing -> assertThat(nothing).isEmpty(),
                        same -> assertThat(same).isEqualTo(original));
    }

    @Property(tries = 500)
    void theOrderOfTheRecordsDoesNotShow(@ForAll("rrsets") Rrset rrset, @ForAll boolean key) {
        List<TxtRecord> reversed = new ArrayList<>(rrset.records());
        Collections.reverse(reversed);
        List<TrustedKey> keys = key ? TRUSTED : List.of();

        Evaluation one = Evaluator.evaluate(rrset, DOMAIN, keys, Policy.DEFAULT, ReplayState.EMPTY, 7);
        Evaluation other = Evaluator.evaluate(new Rrset(reversed), DOMAIN, keys, Policy.DEFAULT, ReplayState.EMPTY, 7);

        assertThat(other).isEqualTo(one);
        assertThat(new Rrset(reversed).digest()).isEqualTo(rrset.digest());
    }

    private static Verdict evaluate(Rrset rrset, long now) {
        return Evaluator.evaluate(rrset, DOMAIN, TRUSTED, Policy.DEFAULT, ReplayState.EMPTY, now)
                .verdict();
    }

    private static TxtRecord cut(TxtRecord record, List<Integer> cuts) {
        byte[] text = record.joined().getBytes(StandardCharsets.ISO_8859_1);
        int[] bounds =
                cuts.stream().mapToInt(cut -> cut % (text.length + 1)).sorted().toArray();
        List<byte[]> strings = new ArrayList<>();
        int from = 0;
        for (int bound : bounds) {
            strings.add(Arrays.copyOfRange(text, from, bound));
            from = bound;
        }
        strings.add(Arrays.copyOfRange(text, from, text.length));
        return new TxtRecord(strings);
    }

    @Provide
    Arbitrary<Rrset> rrsets() {
        Arbitrary<byte[]> octets = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        Arbitrary<byte[]> nearlyRecords = Arbitraries.of(FRAGMENTS)
                .list()
                .ofMaxSize(16)
                .map(parts -> ("v=1;" + String.join("", parts)).getBytes(StandardCharsets.ISO_8859_1));
        Arbitrary<byte[]> tagLists = Arbitraries.of(FRAGMENTS)
                .list()
                .ofMaxSize(9)
                .map(parts -> ("v=1;k=zpa;b=on;" + String.join(";", parts)).getBytes(StandardCharsets.ISO_8859_1));
        return Arbitraries.oneOf(octets, nearlyRecords, tagLists)
                .list()
                .ofMaxSize(3)
                .map(TxtRecord::new)
                .list()
                .ofMaxSize(24)
                .map(Rrset::new);
    }

    @Provide
    Arbitrary<RecordDraft> drafts() {
        Arbitrary<Long> seconds =
                Arbitraries.longs().between(0, 999_999_999_999L).injectNull(0.2);
        return Combinators.combine(
                        Arbitraries.of(Mode.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.of("zpa", "all"),
                        Arbitraries.of(InternetAction.values()),
                        seconds,
                        seconds)
                .as((mode, withDomain, product, m, one, other) -> new RecordDraft(
                        mode, "DR.acme.example.", withDomain, product, m, smaller(one, other), later(one, other)));
    }

    private static Long smaller(Long one, Long other) {
        return one == null || other == null ? one : (Long) Math.min(one, other);
    }

    private static Long later(Long one, Long other) {
        if (one == null) {
            return other == null ? null : (Long) Math.max(other, 1_000);
        }
        return other == null ? null : (Long) Math.max(one, other);
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(0, 400).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Integer> positions() {
        return Arbitraries.integers().between(0, 400);
    }

    @Provide
    Arbitrary<Integer> octets() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 255), Arbitraries.integers().between(0x20, 0x7E));
    }
}
