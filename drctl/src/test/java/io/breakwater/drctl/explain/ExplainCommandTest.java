package io.breakwater.drctl.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.activation.signing.RecordDraft;
import io.breakwater.activation.signing.RecordSigner;
import io.breakwater.activation.zone.ZoneChange;
import io.breakwater.activation.zone.ZoneForm;
import io.breakwater.drctl.ExitCode;
import io.breakwater.drctl.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainCommandTest {

    private static final String DOMAIN = "dr.acme.example";

    @TempDir
    static Path directory;

    private static DrKeys keys;
    private static Path publicKey;
    private static Path zone;

    @BeforeAll
    static void sign() throws IOException {
        keys = DrKeys.generate();
        keys.write(directory);
        publicKey = directory.resolve(DrKeys.PUBLIC_FILE);
        Rrset on = RecordSigner.sign(RecordDraft.of(Mode.ACTIVE, DOMAIN, 100, 200), keys.privateKey());
        zone = Files.writeString(directory.resolve("zone"), ZoneForm.BIND.write(new ZoneChange(on, DOMAIN, 30)));
    }

    @ParameterizedTest
    @CsvSource({"99,3,PENDING on (FUTURE)", "100,0,APPLY on (OK)", "201,4,EXPIRED on (EXPIRED)"})
    void tellsTheVerdictByItsExitCode(long now, int exitCode, String verdict) {
        Run run = explain(zone, "--key", publicKey, "--now", now);

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).contains("verdict  " + verdict);
    }

    @Test
    void saysThatASignedRecordNeedsAKey() {
        Run run = explain(zone, "--now", 150);

        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(run.out()).contains("give --key FILE");
        assertThat(explain(zone, "--key", publicKey, "--now", 150).out()).doesNotContain("give --key");
    }

    @Test
    void readsAKeyWhoseLineFeedsAreTwoCharactersEach() throws IOException {
        Path escaped = Files.writeString(
                directory.resolve("escaped.pem"), Files.readString(publicKey).replace("\n", "\\n"));

        assertThat(explain(zone, "--key", escaped, "--now", 150).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void namesMilliseconds() throws IOException {
        Path record = Files.writeString(
                directory.resolve("millis"), "v=1;d=" + DOMAIN + ";k=zpa;b=on;t=1796124808000;x=1796153608000;n=1");

        assertThat(explain(record).out())
                .contains("t=1796124808000 looks like milliseconds")
                .contains("1796124808");
    }

    @Test
    void refusesAFileThatIsFarTooLargeBeforeReadingItAll() throws IOException {
        Path large = Files.write(directory.resolve("large"), new byte[9 << 20]);

        Run run = explain(large);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("larger than 8 MiB");
    }

    @Test
    void readsTheYamlOfDig() throws IOException {
        String answers = ZoneForm.BIND
                .write(new ZoneChange(
                        RecordSigner.sign(RecordDraft.of(Mode.ACTIVE, DOMAIN, 100, 200), keys.privateKey()),
                        DOMAIN,
                        30))
                .lines()
                .filter(line -> line.contains("TXT"))
                .map(line -> "        - '" + line + "'\n")
                .collect(Collectors.joining());
        Path yaml = Files.writeString(directory.resolve("dig.yaml"), """
                -
                  type: MESSAGE
                  message:
                    type: RECURSIVE_RESPONSE
                    response_message_data:
                      opcode: QUERY
                      status: NOERROR
                      QUESTION_SECTION:
                        - 'dr.acme.example. IN TXT'
                      ANSWER_SECTION:
                """ + answers);
        Path failed = Files.writeString(
                directory.resolve("failed.yaml"), "- type: DIG_ERROR\n  message: |\n    no servers could be reached\n");

        assertThat(explain(yaml, "--key", publicKey, "--now", 150).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(explain(failed).exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    }

    @Test
    void readsAZoneFileOfOctoDns() throws IOException {
        Path zone = Files.writeString(directory.resolve("acme.example.yaml"), """
                ---
                dr:
                  - ttl: 30
                    type: TXT
                    values:
                      - v=1\\;d=dr.acme.example\\;k=zpa\\;b=on\\;x=200
                  - type: A
                    value: 192.0.2.1
                www:
                  type: TXT
                  value: something else
                """);

        assertThat(explain(zone, "--now", 150).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void refusesWhatBeginsLikeYamlAndIsNone() throws IOException {
        Run run = explain(Files.writeString(directory.resolve("bad.yaml"), "---\n- 'x\n"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("begins like YAML");
    }

    @Test
    void readsListsOfProviders() throws IOException {
        Path route53 = Files.writeString(directory.resolve("route53.json"), """
                {"ResourceRecordSets":[{"Name":"dr.acme.example.","Type":"TXT","TTL":30,
                 "ResourceRecords":[{"Value":"\\"v=1;d=dr.acme.example;k=zpa;b=on;x=200\\""}]}]}""");
        Path cloudflare = Files.writeString(directory.resolve("cloudflare.json"), """
                {"result":[{"type":"TXT","name":"dr.acme.example","content":"v=1;d=dr.acme.example;k=zpa;b=on;x=200","ttl":60}],
                 "success":true}""");
        Path doh = Files.writeString(directory.resolve("doh.json"), """
                {"Status":0,"Question":[{"name":"dr.acme.example.","type":16}],"Answer":[{"name":"dr.acme.example.","type":16,
                 "TTL":30,"data":"\\"v=1;d=dr.acme.example;k=zpa;b=on;x=200\\""}]}""");
        Path failed = Files.writeString(
                directory.resolve("servfail.json"),
                "{\"Status\":2,\"Question\":[{\"name\":\"dr.acme.example.\",\"type\":16}]}");

        for (Path file : List.of(route53, cloudflare, doh)) {
            assertThat(explain(file, "--now", 150).exitCode())
                    .as(file.toString())
                    .isEqualTo(ExitCode.OK);
        }
        assertThat(explain(failed).exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    }

    @Test
    void wantsAWholeIdentity() {
        assertThat(explain(zone, "--last-identity", "abc").exitCode()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(explain(zone, "--key", publicKey, "--now", 150, "--last-identity", "AB".repeat(32))
                        .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @EnumSource(ZoneForm.class)
    void readsWhatSignPrintsInEachForm(ZoneForm form) throws IOException {
        Rrset on = RecordSigner.sign(RecordDraft.of(Mode.ACTIVE, DOMAIN, 100, 200), keys.privateKey());
        Path file = Files.writeString(directory.resolve("form-" + form), form.write(new ZoneChange(on, DOMAIN, 60)));

        assertThat(explain(file, "--key", publicKey, "--now", 150).exitCode()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED,7", "SERVFAIL,7", "NXDOMAIN,5"})
    void takesAFailedLookUpInAFileForOne(String status, int exitCode) throws IOException {
        Path file = Files.writeString(
                directory.resolve("dig-" + status), ";; ->>HEADER<<- opcode: QUERY, status: " + status + ", id: 1\n");

        assertThat(explain(file).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void showsPartsTagsKeyAndWindow() {
        String out = explain(zone, "--key", publicKey, "--now", 150).out();

        assertThat(out)
                .contains("record 1 is part 1 of a signed activation")
                .contains("record 2 is part 2 of a signed activation")
                .contains("    d   dr.acme.example\n")
                .contains("    bh  172 characters")
                .contains("records 1 and 2: signature verified with key "
                        + keys.publicKey().fingerprint())
                .contains("  from   100 = 1970-01-01T00:01:40Z (")
                .contains("  until  200 = 1970-01-01T00:03:20Z (")
                .contains("next     201 = ");
    }

    @Test
    void tellsHoldAndItsReason() {
        Run run = explain(zone, "--now", 150);

        assertThat(run.exitCode()).isEqualTo(ExitCode.HOLD);
        assertThat(run.out())
                .contains("verdict  HOLD (SIGNED_WITHOUT_KEY)")
                .contains("warning  SIGNED_WITHOUT_KEY: part 1");
    }

    @Test
    void showsWhatWouldBeAReplay() {
        assertThat(explain(zone, "--key", publicKey, "--now", 150, "--last-t", 120)
                        .out())
                .contains("HOLD (REPLAY)");
    }

    @Test
    void tellsNothingForUs() throws IOException {
        Run run = explain(file("v=spf1 -all\"", "\"v=spf1 -all\"\n"), "--key", publicKey);

        assertThat(run.exitCode()).isEqualTo(ExitCode.NONE);
        assertThat(run.out()).contains("record 1 is something else, ignored").contains("verdict  NONE (NO_RECORD)");
    }

    @Test
    void notesWhatWillSurprise() throws IOException {
        String out = explain(file("plain", "v=1;b=on\n"), "--now", 5).out();

        assertThat(out)
                .contains("note     the record is not signed")
                .contains("there is no start (t)")
                .contains("there is no end (x)");
    }

    @Test
    void writesJsonForPrograms() throws IOException {
        Run run = explain(zone, "--key", publicKey, "--now", 150, "--json");

        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(run.exitCode()).isZero();
        assertThat(json.path("verdict").asText()).isEqualTo("APPLY");
        assertThat(json.path("activation").path("mode").asText()).isEqualTo("on");
        assertThat(json.path("activation").path("end").asText()).isEqualTo("1970-01-01T00:03:20Z");
        assertThat(json.path("nextChange").asLong()).isEqualTo(201);
        assertThat(json.path("records").path(0).path("tags").path("d").asText()).isEqualTo(DOMAIN);
        assertThat(json.path("pairs").path(0).path("key").asText())
                .isEqualTo(keys.publicKey().fingerprint());
        assertThat(json.path("warnings")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[\"v=1;\", \"b=on\"]]",
                "[\"v=1;b=on\"]",
                "{\"domain\": \"dr.acme.example\", \"rrset\": [[\"v=1;b=on\"]], \"ttl\": 30}"
            })
    void readsJson(String json) throws IOException {
        assertThat(explain(file("rrset.json", json)).exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[",
                "{}",
                "{\"rrset\": 5}",
                "[5]",
                "[[5]]",
                "[{}]",
                "[[\"\\u0100\"]]",
                "garbage",
                "\"open",
                "( open",
                "a TXT \"\\999\""
            })
    void saysWhatItCannotRead(String text) throws IOException {
        Run run = explain(file("broken", text));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("drctl: ").doesNotContain("Exception");
    }

    @Test
    void refusesAPrivateKey() {
        Run run = explain(zone, "--key", directory.resolve(DrKeys.PRIVATE_FILE));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("private key").doesNotContain("BEGIN");
    }

    @Test
    void refusesAServerBesideAFile() {
        assertThat(explain(zone, "--server", "127.0.0.1").exitCode()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(Run.drctl("record", "explain", DOMAIN, "--server", "127.0.0.1:x")
                        .exitCode())
                .isEqualTo(ExitCode.WRONG_ARGUMENTS);
    }

    @Test
    void letsNoOctetOfARecordReachTheTerminal() throws IOException {
        Run run = explain(file("escape", "\"v=1;b=\\027[31mon\" \"\\155\"\n"));

        assertThat(run.out()).contains("\\027[31mon").doesNotContain("\u001b").doesNotContain("\u009b");
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name.replaceAll("\\W", "_")), text);
    }

    private static Run explain(Path file, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("record", "explain", DOMAIN, "--from", file));
        all.addAll(List.of(arguments));
        return Run.drctl(all.toArray());
    }
}
