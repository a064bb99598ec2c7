package io.breakwater.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RrsetTest {

    @Test
    void hasOneDigestForEveryOrderAndRepetition() {
        Rrset one = Rrset.ofLatin1(List.of(List.of("a", "b"), List.of("c")));

        assertThat(Rrset.ofLatin1(List.of(List.of("c"), List.of("a", "b"), List.of("c")))
                        .digest())
                .isEqualTo(one.digest());
        assertThat(one.digest()).hasSize(64);
    }

    @Test
    void hasAnotherDigestForAnotherCutOrOctet() {
        assertThat(List.of(
                        Rrset.EMPTY,
                        Rrset.ofLatin1(List.of(List.of())),
                        Rrset.ofLatin1(List.of(List.of(""))),
                        Rrset.ofLatin1(List.of(List.of("a", "b"))),
                        Rrset.ofLatin1(List.of(List.of("ab"))),
                        Rrset.ofLatin1(List.of(List.of("a"), List.of("b"))),
                        Rrset.ofLatin1(List.of(List.of("\u00ff")))))
                .extracting(Rrset::digest)
                .doesNotHaveDuplicates();
    }

    @Test
    void givesEveryOctetBack() {
        String octets = "\0\t\u007f\u0080\u00ff";
        Rrset rrset = Rrset.ofLatin1(List.of(List.of(octets, "")));

        assertThat(rrset.toLatin1()).containsExactly(List.of(octets, ""));
        assertThat(rrset)
                .isEqualTo(Rrset.ofOctets(List.of(rrset.records().get(0).strings())))
                .hasSameHashCodeAs(Rrset.ofLatin1(rrset.toLatin1()));
    }

    @Test
    void refusesWhatIsNoOctet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rrset.ofLatin1(List.of(List.of("\u0100"))))
                .withMessageContaining("U+0100");
    }
}
