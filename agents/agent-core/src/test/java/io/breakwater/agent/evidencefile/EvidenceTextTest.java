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
        assertThatThrownBy(() -> EvidenceText.read("[null]")).isInstanceOf(RuntimeException.class);
    }
}
