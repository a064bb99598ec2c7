package io.breakwater.drctl.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.drctl.CommandFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneRecordsTest {

    private static final List<String> STRINGS = List.of("v=1;k=zpa;", "b=on");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dr.acme.example. 30 IN TXT \"v=1;k=zpa;\" \"b=on\"",
                "DR.Acme.Example.\tIN\t30\tTXT\t\"v=1;k=zpa;\"\t\"b=on\" ; a comment \"",
                "dr TXT \"v=1;k=zpa;\" b=on",
                "dr.acme.example. 1h txt ( \"v=1;k=zpa;\" ; first\n   \"b=on\" )",
                "$ORIGIN acme.example.\n$TTL 30\n@ IN SOA ns1 h 1 2 3 4 5\n@ NS ns1\nns1 A 127.0.0.1\ndr TXT \"v=1;k=zpa;\" \"b=on\"",
                "\"v=1;k=zpa;\" \"b=on\"\n",
                "server 127.0.0.1 53\nupdate delete dr.acme.example. TXT\nupdate add dr.acme.example. 30 TXT \"v=1;k=zpa;\" \"b=on\"\nsend",
                "; <<>> DiG 9.18 <<>>\n;; ANSWER SECTION:\ndr.acme.example.\t30\tIN\tTXT\t\"v=1\\;k=zpa\\059\" \"b=\\o\\110\"\n\n;; Query time: 1 msec",
                "dr.acme.example. A 127.0.0.1\n    30 IN TXT \"v=1;k=zpa;\" \"b=on\"\r\n"
            })
    void readsTheStringsAsTheyAreWritten(String zone) throws CommandFailedException {
        assertThat(read(zone).rrset().toLatin1()).containsExactly(STRINGS);
    }

    @Test
    void readsPlainLines() throws CommandFailedException {
        assertThat(read("v=1;k=zpa;b=on\n v=1; b=off \n").rrset().toLatin1())
                .containsExactly(List.of("v=1;k=zpa;b=on"), List.of(" v=1; b=off "));
    }

    @Test
    void leavesOutWhatIsAtOtherNames() throws CommandFailedException {
        SeenRecords seen = read(
                "acme.example. TXT \"v=spf1 -all\"\ndr.acme.example. TXT \"v=1;b=on\"\n_dmarc.acme.example. TXT x\n");

        assertThat(seen.rrset().toLatin1()).containsExactly(List.of("v=1;b=on"));
        assertThat(seen.leftOut()).isEqualTo(2);
    }

    @Test
    void keepsQuotesThatArePartOfTheData() throws CommandFailedException {
        assertThat(read("dr.acme.example. TXT \"\\\"v=1;b=on\\\"\"").rrset().toLatin1())
                .containsExactly(List.of("\"v=1;b=on\""));
    }

    @Test
    void readsNothingFromNothing() throws CommandFailedException {
        assertThat(read("\n; only a comment\n").rrset().isEmpty()).isTrue();
    }

    private static SeenRecords read(String zone) throws CommandFailedException {
        return ZoneRecords.read(zone, "dr.acme.example", "test");
    }
}
