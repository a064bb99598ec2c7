package io.breakwater.activation.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.activation.Rrset;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneFormTest {

    private static final Rrset RRSET = Rrset.ofLatin1(List.of(List.of("v=1;b=on;", "n=2"), List.of("a\"b\\c\0\u00ff")));
    private static final ZoneChange CHANGE = new ZoneChange(RRSET, "dr.acme.example.", 30);
    private static final String FIRST = "\"v=1;b=on;\" \"n=2\"";
    private static final String SECOND = "\"a\\\"b\\\\c\\000\\255\"";

    @Test
    void writesZoneLines() {
        assertThat(ZoneForm.BIND.write(CHANGE))
                .isEqualTo(
                        "dr.acme.example. 30 IN TXT " + FIRST + "\n" + "dr.acme.example. 30 IN TXT " + SECOND + "\n");
    }

    @Test
    void writesAnUpdateThatReplacesWhatIsThere() {
        assertThat(ZoneForm.NSUPDATE.write(CHANGE))
                .isEqualTo("update delete dr.acme.example. TXT\n"
                        + "update add dr.acme.example. 30 TXT " + FIRST + "\n"
                        + "update add dr.acme.example. 30 TXT " + SECOND + "\n"
                        + "send\n");
    }

    @ParameterizedTest
    @CsvSource({
        "ns1.example,server ns1.example",
        "ns1.example:5353,server ns1.example 5353",
        "127.0.0.1:54,server 127.0.0.1 54",
        "::1,server ::1",
        "[::1]:54,server ::1 54"
    })
    void sendsTheUpdateToTheServer(String server, String line) {
        ZoneChange change = new ZoneChange(RRSET, "dr.acme.example", 30, Optional.of(server));

        assertThat(ZoneForm.NSUPDATE.write(change)).startsWith(line + "\nupdate delete");
    }

    @Test
    void writesAChangeBatchForRoute53() throws IOException {
        JsonNode change = new ObjectMapper()
                .readTree(ZoneForm.ROUTE53.write(CHANGE))
                .path("Changes")
                .path(0);

        assertThat(change.path("Action").asText()).isEqualTo("UPSERT");
        JsonNode set = change.path("ResourceRecordSet");
        assertThat(set.path("Name").asText()).isEqualTo("dr.acme.example.");
        assertThat(set.path("Type").asText()).isEqualTo("TXT");
        assertThat(set.path("TTL").asInt()).isEqualTo(30);
        assertThat(set.path("ResourceRecords").findValuesAsText("Value")).containsExactly(FIRST, SECOND);
    }

    @Test
    void writesABatchForCloudflare() throws IOException {
        JsonNode posts =
                new ObjectMapper().readTree(ZoneForm.CLOUDFLARE.write(CHANGE)).path("posts");

        assertThat(posts.findValuesAsText("content")).containsExactly(FIRST, SECOND);
        assertThat(posts.findValuesAsText("type")).containsOnly("TXT");
        assertThat(posts.findValuesAsText("name")).containsOnly("dr.acme.example");
        assertThat(posts.findValuesAsText("ttl")).containsOnly("60");
    }

    @Test
    void writesPlainText() {
        assertThat(ZoneForm.PLAIN.write(new ZoneChange(Rrset.ofLatin1(List.of(List.of("v=1;", "b=on"))), "a.b", 60)))
                .isEqualTo("v=1;b=on\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 29, 901})
    void refusesATtlThatIsNotRecommended(int ttl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZoneChange(RRSET, "a.b", ttl))
                .withMessageContaining("30 to 900");
    }
}
