package io.breakwater.activation;

import static io.breakwater.activation.Signed.DOMAIN;
import static io.breakwater.activation.Signed.KEYS;
import static io.breakwater.activation.Signed.TRUSTED;
import static io.breakwater.activation.Signed.plain;
import static io.breakwater.activation.Signed.record;
import static io.breakwater.activation.Signed.text;
import static io.breakwater.activation.Signed.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.breakwater.activation.signing.DrKeys;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("I1: the evaluation follows the specification")
class EvaluatorTest {

    private static final Policy STRICT_TEXT = new Policy(false, Replay.STRICT);

    @ParameterizedTest
    @CsvSource({"99,PENDING,100", "100,APPLY,201", "200,APPLY,201", "201,EXPIRED,"})
    void takesStartAndEndInclusive(long now, String verdict, Long nextChange) {
        Evaluation evaluation = evaluate(record(Mode.ACTIVE, 100L, 200L), now);

        assertThat(evaluation.verdict().name()).isEqualTo(verdict);
        assertThat(evaluation.nextChange()).isEqualTo(nextChange);
    }

    @Test
    void announcesTheNextActivationBesideTheOneInForce() {
        Rrset both = together(
                record(Mode.ACTIVE, 100L, 900L), record(Mode.NORMAL, 500L, 900L), record(Mode.TEST, 400L, 900L));

        Evaluation evaluation = evaluate(both, 300);

        assertThat(evaluation.verdict()).isInstanceOf(Verdict.Apply.class);
        assertThat(evaluation.scheduled().map(Activation::mode)).hasValue(Mode.TEST);
        assertThat(evaluation.nextChange()).isEqualTo(400);
    }

    @Test
    void doesNotGoBackToAnOlderActivationWhenTheNewestHasEnded() {
        Rrset both = together(record(Mode.ACTIVE, 100L, 900L), record(Mode.TEST, 200L, 300L));

        assertThat(evaluate(both, 301).verdict().name()).isEqualTo("EXPIRED");
    }

    @Test
    void takesTheLaterEndOfTwoThatSayTheSame() {
        Rrset both = together(record(Mode.ACTIVE, 100L, 200L), record(Mode.ACTIVE, 100L, 900L));

        assertThat(evaluate(both, 300).verdict().activation().map(Activation::x))
                .hasValue(900L);
        assertThat(evaluate(together(both, record(Mode.ACTIVE, 100L, null)), 300)
                        .nextChange())
                .isNull();
    }

    @Test
    void takesAnAbsentStartForOlderThanAnyOther() {
        Rrset both = together(record(Mode.ACTIVE, null, null), record(Mode.NORMAL, 0L, null));

        assertThat(evaluate(both, 5).verdict().activation().map(Activation::mode))
                .hasValue(Mode.NORMAL);
    }

    @Test
    void warnsWhenTwoThatStartTogetherLaterContradict() {
        Rrset both = together(record(Mode.ACTIVE, 100L, 200L), record(Mode.TEST, 100L, 300L));

        Evaluation evaluation = evaluate(both, 50);

        assertThat(evaluation.verdict().name()).isEqualTo("PENDING");
        assertThat(evaluation.warnings()).extracting(Warning::reason).containsExactly(Reason.AMBIGUOUS);
    }

    @Test
    void warnsOfABrokenCandidateBesideAGoodOne() {
        Evaluation evaluation = evaluate(together(record(Mode.ACTIVE, 1L, 9L), plain("v=1;b=onn", "v=1;b=off")), 5);

        assertThat(evaluation.verdict().name()).isEqualTo("APPLY");
        assertThat(evaluation.warnings())
                .extracting(Warning::reason)
                .containsExactly(Reason.UNSIGNED_WITH_KEY, Reason.MALFORMED);
    }

    @Test
    void namesTheMostSeriousReason() {
        Rrset many = plain("v=1;b=onn", "v=2;b=on", "v=1;b=on;d=other", "v=1;b=on;n=2;p=1;bh=AAAA");

        assertThat(evaluate(many, 5).verdict()).isEqualTo(new Verdict.Hold(Reason.WRONG_DOMAIN));
        assertThat(evaluate(together(many, plain("v=1;b=on;n=2;p=2;bh=AAAA")), 5)
                        .verdict())
                .isEqualTo(new Verdict.Hold(Reason.BAD_SIGNATURE));
    }

    @Test
    void seesOnlyOtherProductsAsNothingForUs() {
        Rrset zia = text("v=1;k=zia;b=on;", "v=1;b=on;", "v=1;k=zia;b=on;");

        assertThat(evaluate(zia, 5).verdict()).isEqualTo(new Verdict.None(Reason.NOT_FOR_US));
        assertThat(evaluate(together(zia, plain("v=spf1 -all")), 5).verdict())
                .isEqualTo(new Verdict.None(Reason.NOT_FOR_US));
        assertThat(evaluate(plain("v=spf1 -all"), 5).verdict()).isEqualTo(new Verdict.None(Reason.NO_RECORD));
    }

    @Test
    void refusesARecordSignedForAnotherDomain() {
        assertThat(evaluate(text("v=1;d=dr.other.example;b=on;"), 5).verdict())
                .isEqualTo(new Verdict.Hold(Reason.WRONG_DOMAIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr.acme.example", "DR.ACME.example.", "Dr.Acme.Example"})
    void comparesTheDomainWithoutCaseAndFinalDot(String configured) {
        Rrset rrset = text("v=1;d=dR.aCME.example.;b=on;");

        assertThat(Evaluator.evaluate(rrset, configured, TRUSTED, Policy.DEFAULT, ReplayState.EMPTY, 5)
                        .verdict()
                        .name())
                .isEqualTo("APPLY");
    }

    @Test
    void countsNoSignedRecordWithoutAKey() {
        assertThat(Evaluator.evaluate(
                                record(Mode.ACTIVE, 1L, 9L), DOMAIN, List.of(), Policy.DEFAULT, ReplayState.EMPTY, 5)
                        .verdict())
                .isEqualTo(new Verdict.Hold(Reason.SIGNED_WITHOUT_KEY));
    }

    @Test
    void countsNoUnsignedRecordWhenTheOnlyKeyWasRefused() {
        List<TrustedKey> keys = List.of(TrustedKey.orUnusable("no key at all"));

        assertThat(Evaluator.evaluate(plain("v=1;b=on"), DOMAIN, keys, Policy.DEFAULT, ReplayState.EMPTY, 5)
                        .verdict())
                .isEqualTo(new Verdict.Hold(Reason.UNSIGNED_WITH_KEY));
        assertThat(Evaluator.evaluate(record(Mode.ACTIVE, 1L, 9L), DOMAIN, keys, Policy.DEFAULT, ReplayState.EMPTY, 5)
                        .verdict())
                .isEqualTo(new Verdict.Hold(Reason.BAD_KEY));
    }

    @Test
    void takesAnyOfSeveralKeys() {
        List<TrustedKey> keys = List.of(DrKeys.generate().publicKey(), TrustedKey.orUnusable(""), KEYS.publicKey());

        Verdict verdict = Evaluator.evaluate(
                        record(Mode.TEST, 1L, 9L), DOMAIN, keys, Policy.DEFAULT, ReplayState.EMPTY, 5)
                .verdict();

        assertThat(verdict.activation().map(Activation::keyFingerprint))
                .hasValue(KEYS.publicKey().fingerprint());
    }

    @Test
    void triesEightPartsOfAnIndexAndNoMore() {
        Rrset good = record(Mode.ACTIVE, 1L, 9L);
        Rrset seven = plain(IntStream.range(0, 7)
                .mapToObj(i -> "v=1;z=" + i + ";b=on;n=2;p=2;bh=AAAA")
                .toArray(String[]::new));

        assertThat(evaluate(together(good, seven), 5).verdict().name()).isEqualTo("APPLY");
        assertThat(evaluate(together(good, seven, plain("v=1;z=7;b=on;n=2;p=2;bh=AAAA")), 5)
                        .verdict())
                .isEqualTo(new Verdict.Hold(Reason.TOO_MANY));
        assertThat(evaluate(together(good, seven, seven, good), 5).verdict().name())
                .isEqualTo("APPLY");
    }

    @Test
    void neverMixesPartsOfTwoActivations() {
        Rrset on = record(Mode.ACTIVE, 1L, 9L);
        Rrset test = record(Mode.TEST, 1L, 9L);
        Rrset mixed = new Rrset(List.of(on.records().get(0), test.records().get(1)));

        assertThat(evaluate(mixed, 5).verdict()).isEqualTo(new Verdict.Hold(Reason.PARTIAL));
    }

    @Test
    void pairsByEveryTagOfTheSecondPart() {
        String head = "v=1;b=on;extra=1;";

        assertThat(evaluate(text(head, head, head), 5).verdict().name()).isEqualTo("APPLY");
        assertThat(evaluate(text(head, "v=1;b=on;", head), 5).verdict().name()).isEqualTo("APPLY");
        assertThat(evaluate(text(head, "v=1;b=on;extra=2;", head), 5).verdict())
                .isEqualTo(new Verdict.Hold(Reason.PARTIAL));
        assertThat(evaluate(text(head, "v=1;b=on;other=1;", head), 5).verdict())
                .isEqualTo(new Verdict.Hold(Reason.PARTIAL));
        assertThat(evaluate(text(head, "v=1;b=on;t=1;", head), 5).verdict())
                .isEqualTo(new Verdict.Hold(Reason.PARTIAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=1;b=on;x=9;", "v=1;b=on;x=9; ", "v=1;b=on;x=9;\t "})
    void acceptsASignatureOverTheTextWithoutItsEndWhenTheTenantLikes(String head) {
        Rrset rrset = text(head, head, "v=1;b=on;x=9");

        assertThat(evaluate(rrset, 5).verdict().activation().map(Activation::identity))
                .as("one signature is one activation, however the text ends")
                .hasValue(Activation.identityOfSigned(KEYS.publicKey().fingerprint(), "v=1;b=on;x=9;"));
        assertThat(Evaluator.evaluate(rrset, DOMAIN, TRUSTED, STRICT_TEXT, ReplayState.EMPTY, 5)
                        .verdict())
                .isEqualTo(new Verdict.Hold(Reason.BAD_SIGNATURE));
    }

    @Test
    void isNotKeptBusyByThePartsOfOtherProducts() {
        Rrset noise = plain(IntStream.range(0, 1_600)
                .mapToObj(i -> "v=1;k=zia;z=" + i + ";n=2;p=" + (1 + i % 2) + ";bh=AAAA")
                .toArray(String[]::new));

        Verdict verdict = assertTimeout(
                Duration.ofSeconds(5),
                () -> evaluate(together(noise, record(Mode.ACTIVE, 1L, 9L)), 5).verdict());

        assertThat(verdict.name()).isEqualTo("APPLY");
    }

    private static Evaluation evaluate(Rrset rrset, long now) {
        return Evaluator.evaluate(rrset, DOMAIN, TRUSTED, Policy.DEFAULT, ReplayState.EMPTY, now);
    }
}
