package io.breakwater.agent.evidencefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTextTest {
    @Test
    void readsZoneTextBareTextAndComments() {
        String text = """
                ; from the zone
                dr.example. 30 IN TXT "v=1;b=on" ";n=2\\"\\255"

                v=1;k=zpa;b=off
                """;

        assertThat(EvidenceText.read(text).toLatin1())
                .containsExactly(List.of("v=1;b=on", ";n=2\"\u00ff"), List.of("v=1;k=zpa;b=off"));
    }

    @Test
    void readsJson() {
        assertThat(EvidenceText.read(" [[\"a\",\"b\"],[\"c\"]]").toLatin1())
                .containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void refusesWhatIsNeither() {
        assertThatThrownBy(() -> EvidenceText.read("[17")).isInstanceOf(IllegalArgumentException.class);
        for (String nothing : List.of("[null]", "[[null]]", "[[\"a\"],null]")) {
            assertThatThrownBy(() -> EvidenceText.read(nothing))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("list of lists of texts");
        }
        assertThatThrownBy(() -> EvidenceText.read("\"\\256\"")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsALineAsLongAsTheFileMayBe() {
        String plain = "x".repeat(30_000);
        String escaped = "\\\"".repeat(15_000);

        assertThat(EvidenceText.read('"' + plain + escaped + '"').toLatin1())
                .containsExactly(List.of(plain + "\"".repeat(15_000)));
    }
}
