package io.breakwater.agent.evidencefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.agent.words.ToldException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTextTest {
    private static List<List<String>> read(String text) throws ToldException {
        return EvidenceText.read(text.getBytes(StandardCharsets.UTF_8), "dr.example")
                .toLatin1();
    }

    @Test
    void readsZoneTextBareTextAndComments() throws ToldException {
        String text = """
                ; from the zone
                # signed on a laptop
                dr.example. 30 IN TXT ( "v=1;b=on"
                    ";n=2\\"\\255" )
                other.example. 30 IN TXT "v=1;b=off"
                v=1;k=zpa;b=off
                """;

        assertThat(read(text))
                .containsExactlyInAnyOrder(List.of("v=1;b=on", ";n=2\"\u00ff"), List.of("v=1;k=zpa;b=off"));
    }

    @Test
    void readsWhatToolsPrintAndScripts() throws ToldException {
        assertThat(read("dr.example descriptive text \"v=1;b=on\"\n")).containsExactly(List.of("v=1;b=on"));
        assertThat(read("update delete dr.example. TXT\nupdate add dr.example. 30 TXT \"v=1;b=on\"\nsend\n"))
                .containsExactly(List.of("v=1;b=on"));
        assertThat(read("\uFEFFdr.example. IN TXT \"v=1;b=on\"\n")).containsExactly(List.of("v=1;b=on"));
    }

    @Test
    void readsJson() throws ToldException {
        assertThat(read(" [[\"a\",\"b\"],[\"c\"]]")).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[17", "[null]", "[[null]]", "[[\"a\"],null]"})
    void refusesJsonOfAnotherShape(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ToldException.class)
                .hasMessageContaining("list of lists of texts");
    }

    @Test
    void refusesAnEscapeThatIsNoOctet() {
        assertThatThrownBy(() -> read("\"\\256\"")).isInstanceOf(ToldException.class);
    }

    @Test
    void aLookUpThatFailedAndRecordsOfOtherNamesSayNothing() {
        assertThatThrownBy(() ->
                        read(";; communications error to 192.0.2.1#53: timed out\n;; no servers could be reached\n"))
                .isInstanceOf(ToldException.class)
                .hasMessageContaining("failed");
        assertThatThrownBy(() -> read("other.example. IN TXT \"v=1;b=on\"\n"))
                .isInstanceOf(ToldException.class)
                .hasMessageContaining("1 records read, none of them TXT at dr.example");
    }

    @Test
    void readsALineAsLongAsTheFileMayBe() throws ToldException {
        String plain = "x".repeat(30_000);
        String escaped = "\\\"".repeat(15_000);

        assertThat(read('"' + plain + escaped + '"')).containsExactly(List.of(plain + "\"".repeat(15_000)));
    }
}
