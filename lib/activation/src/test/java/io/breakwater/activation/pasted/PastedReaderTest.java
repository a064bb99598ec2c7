package io.breakwater.activation.pasted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.activation.Rrset;
import io.breakwater.activation.zone.ZoneChange;
import io.breakwater.activation.zone.ZoneForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedReaderTest {

    private static final String DATA = "\"v=1;k=zpa;\" \"b=on\"";
    private static final List<String> STRINGS = List.of("v=1;k=zpa;", "b=on");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dr.acme.example. 30 IN TXT " + DATA,
                "DR.Acme.Example.\tIN\t30\tTXT\t\"v=1;k=zpa;\"\t\"b=on\" ; a comment \"",
                "dr TXT \"v=1;k=zpa;\" b=on",
                "dr.acme.example. 1h30m txt ( \"v=1;k=zpa;\" ; first\n   \"b=on\" )",
                "$ORIGIN acme.example.\n$TTL 30\n@ IN SOA ns1 h 1 2 3 4 5\n@ NS ns1\nns1 A 127.0.0.1\ndr TXT " + DATA,
                "$ORIGIN example.\n$ORIGIN acme\ndr TXT " + DATA,
                "acme.example. IN SOA ns1 h (1 2 3 4 5)\n@ TXT \"v=spf1 -all\"\ndr TXT " + DATA,
                "@ IN SOA ns1 h 1 2 3 4 5\n@ TXT \"v=spf1 -all\"\ndr TXT " + DATA,
                "@ IN TXT " + DATA,
                DATA + "\n",
                "target.cdn.example.\n" + DATA + "\n",
                "; <<>> DiG 9.18 <<>>\n;; ANSWER SECTION:\ndr.acme.example.\t30\tIN\tTXT\t\"v=1\\;k=zpa\\059\" \"b=\\o\\110\"\n\n;; Query time: 1 msec",
                "dr.acme.example. A 127.0.0.1\n    30 IN TXT " + DATA + "\r\n",
                "dr.acme.example. TYPE16 \\# 16 0a763d313b6b3d7a70613b04623d6f6e",
                "dr.acme.example. TYPE65534 \\# 1 00\n TXT " + DATA,
                "dr.acme.example. CH TXT other\ndr.acme.example. CLASS1 TXT " + DATA,
                "dr.acme.example. CNAME x.cdn.example.\nx.cdn.example. TXT " + DATA,
                "$ORIGIN acme.example.\n@ SOA n h 1 2 3 4 5\n* TXT " + DATA,
                "dr.acme.example descriptive text " + DATA,
                "Server:\t\t127.0.0.1\nAddress:\t127.0.0.1#53\n\ndr.acme.example\ttext = " + DATA,
                "Server:  UnKnown\nAddress:  192.0.2.1\n\nNon-authoritative answer:\ndr.acme.example\ttext =\n\n\t\"v=1;k=zpa;\"\n\t\"b=on\"\n",
                "\u00ef\u00bb\u00bfdr.acme.example. TXT " + DATA,
                "server 127.0.0.1 53\nupdate delete dr.acme.example. TXT\nupdate add dr.acme.example. 30 TXT " + DATA
                        + "\nsend",
                "zone acme.example\nttl 30\nprereq yxdomain acme.example\nadd dr.acme.example 30 IN TXT old\n"
                        + "del dr.acme.example TXT\nadd dr.acme.example TXT " + DATA + "\nshow\nsend\nanswer\nquit"
            })
    void readsTheStringsAsTheyAreWritten(String text) throws UnreadablePasteException {
        assertThat(read(text).rrset().toLatin1()).containsExactly(STRINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void readsWhatWindowsEditorsWrite(String charset) throws Exception {
        byte[] octets = ("dr.acme.example. TXT " + DATA).getBytes(charset);

        assertThat(PastedReader.read(octets, "dr.acme.example", PastedLimits.DEFAULT)
                        .rrset()
                        .toLatin1())
                .containsExactly(STRINGS);
    }

    @ParameterizedTest
    @EnumSource(
            value = ZoneForm.class,
            names = {"BIND", "NSUPDATE", "PLAIN"})
    void readsWhatIsSignedInEachForm(ZoneForm form) throws UnreadablePasteException {
        Rrset rrset = Rrset.ofLatin1(List.of(List.of("v=1;k=zpa;b=on;t=1;x=2;n=2;p=1;bh=YQ")));

        assertThat(read(form.write(new ZoneChange(rrset, "dr.acme.example", 30)))
                        .rrset())
                .isEqualTo(rrset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";; ->>HEADER<<- opcode: QUERY, status: REFUSED, id: 1",
                ";; ->>HEADER<<- opcode: QUERY; status: SERVFAIL; id: 1",
                ";; communications error to 127.0.0.1#1: connection refused",
                ";; communications error to 127.0.0.1#1: timed out\n;; no servers could be reached",
                ";; connection timed out; no servers could be reached",
                ";; WARNING: response timeout for 127.0.0.1@1(UDP)\n;; ERROR: failed to query server 127.0.0.1@1(UDP)",
                "Host dr.acme.example not found: 5(REFUSED)",
                "** server can't find dr.acme.example: SERVFAIL",
                "*** UnKnown can't find dr.acme.example: Query refused",
                "DNS request timed out.\n    timeout was 2 seconds.",
                "dr.acme.example. 30 IN TXT " + DATA + "\n; EDE: 3 (Stale Answer)"
            })
    void takesAFailedLookUpForOne(String text) throws UnreadablePasteException {
        assertThat(read(text).failure()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1",
                ";; communications error to 127.0.0.1#53: timed out\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1",
                "Host dr.acme.example not found: 3(NXDOMAIN)",
                "** server can't find dr.acme.example: NXDOMAIN",
                "dr.acme.example has no TXT record",
                "update delete dr.acme.example. TXT\nsend",
                ""
            })
    void knowsAbsenceFromFailure(String text) throws UnreadablePasteException {
        assertThat(read(text).failure()).isEmpty();
        assertThat(read(text).rrset().isEmpty()).isTrue();
    }

    @Test
    void namesWhatLiesADomainTooDeep() throws UnreadablePasteException {
        PastedRecords read = read("$ORIGIN acme.example.\ndr.acme.example TXT " + DATA);

        assertThat(read.rrset().isEmpty()).isTrue();
        assertThat(read.notes()).singleElement().asString().contains("forget the final dot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$INCLUDE other.zone", "$GENERATE 1-3 a$ A 192.0.2.$"})
    void saysWhatIsNotFollowed(String text) throws UnreadablePasteException {
        assertThat(read(text).notes())
                .singleElement()
                .asString()
                .contains("line 1")
                .contains("not followed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dr.acme.example. TXT \"\\1\"",
                "dr.acme.example. TXT \"\\999\"",
                "dr.acme.example. TXT \"open",
                "dr.acme.example. TXT ( a",
                "dr.acme.example. TYPE16 \\# 9 04",
                "hello world",
                "update ad dr.acme.example. TXT x\nsend"
            })
    void namesTheLineThatCannotBeRead(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadablePasteException.class)
                .hasMessageContaining("line");
    }

    @Test
    void readsNoMoreThanItsLimits() {
        byte[] octets = "a. A 192.0.2.1\nb. A 192.0.2.1".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> PastedReader.read(octets, "a", new PastedLimits(10, 10)))
                .hasMessageContaining("octets");
        assertThatThrownBy(() -> PastedReader.read(octets, "a", new PastedLimits(100, 1)))
                .hasMessageContaining("records");
    }

    @Test
    void keepsPlainLinesWithTheirSemicolonsAndCountsOtherNames() throws UnreadablePasteException {
        assertThat(read("v=1;k=zpa;b=on\n v=1; b=off \n").rrset().toLatin1())
                .containsExactly(List.of("v=1;k=zpa;b=on"), List.of(" v=1; b=off "));
        assertThat(read("acme.example. TXT x\n_dmarc.acme.example. TXT y").leftOut())
                .isEqualTo(2);
    }

    private static PastedRecords read(String text) throws UnreadablePasteException {
        return PastedReader.read(text.getBytes(StandardCharsets.ISO_8859_1), "dr.acme.example", PastedLimits.DEFAULT);
    }
}
