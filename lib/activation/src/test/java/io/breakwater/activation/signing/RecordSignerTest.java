package io.breakwater.activation.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.breakwater.activation.InternetAction;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.TxtRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSignerTest {

    private static final DrKeys KEYS = DrKeys.generate();

    @Test
    void writesTheDocumentedLayout() {
        Rrset signed = RecordSigner.sign(RecordDraft.of(Mode.ACTIVE, "dr.acme.example.", 100, 200), KEYS.privateKey());

        assertThat(signed.records())
                .extracting(TxtRecord::joined)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .matches(
                                        "v=1;d=dr\\.acme\\.example;k=zpa;b=on;t=100;x=200;n=2;p=1;bh=[A-Za-z0-9+/]{172}"),
                        second -> assertThat(second)
                                .matches("v=1;k=zpa;b=on;t=100;x=200;n=2;p=2;bh=[A-Za-z0-9+/]{170}=="));
    }

    @Test
    void cutsLongPartsAt255Octets() {
        String domain = ("a".repeat(60) + ".").repeat(3) + "example";

        Rrset signed = RecordSigner.sign(RecordDraft.of(Mode.ACTIVE, domain, 100, 200), KEYS.privateKey());

        assertThat(signed.records().get(0).strings()).hasSize(2);
        assertThat(signed.records().get(0).strings().get(0)).hasSize(255);
    }

    @Test
    void leavesOutWhatItIsTold() {
        RecordDraft draft = RecordDraft.of(Mode.TEST, "dr.acme.example", 1, 2)
                .withoutDomain()
                .withProduct("all")
                .withInternetAction(InternetAction.FAIL_CLOSED)
                .withWindow(null, null);

        assertThat(RecordSigner.unsigned(draft).toLatin1().get(0)).containsExactly("v=1;k=all;b=test;m=fc");
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE,30,true", "ACTIVE,31,false", "TEST,31,false", "NORMAL,365,true", "NORMAL,367,false"})
    void knowsTheWindowsThatDoNoHarm(Mode mode, long days, boolean safe) {
        RecordDraft draft = RecordDraft.of(mode, "dr.acme.example", 0, days * 86_400);

        if (safe) {
            assertThat(draft.requireSafeWindow()).isSameAs(draft);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(draft::requireSafeWindow)
                    .withMessageContaining("days");
        }
        assertThatIllegalArgumentException().isThrownBy(draft.withWindow(null, 5L)::requireSafeWindow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", "-a.b", "a-.b", "a b", "a;b=on", "ä.example", "a\"b"})
    void refusesADomainThatIsNoHostName(String domain) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordDraft.of(Mode.ACTIVE, domain, 1, 2))
                .withMessageContaining("host name");
    }

    @Test
    void refusesAWindowThatNoReaderTakes() {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordDraft.of(Mode.ACTIVE, "a.b", 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> RecordDraft.of(Mode.ACTIVE, "a.b", -1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordDraft.of(Mode.ACTIVE, "a.b", 1, 1_000_000_000_000L));
    }
}
