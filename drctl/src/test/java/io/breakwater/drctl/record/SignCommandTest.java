package io.breakwater.drctl.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.drctl.ExitCode;
import io.breakwater.drctl.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignCommandTest {

    private static final String DOMAIN = "dr.acme.example";

    @TempDir
    static Path directory;

    private static Path key;

    @BeforeAll
    static void makeKeys() throws IOException {
        DrKeys.generate().write(directory);
        key = directory.resolve(DrKeys.PRIVATE_FILE);
    }

    @ParameterizedTest
    @CsvSource({"on,0", "test,0", "off,0"})
    void signsWhatExplainBelieves(String mode, int exitCode) throws IOException {
        Run signed = sign("--mode", mode, "--domain", DOMAIN);
        Path zone = Files.writeString(directory.resolve("zone-" + mode), signed.out());

        Run explained =
                Run.drctl("record", "explain", DOMAIN, "--from", zone, "--key", directory.resolve(DrKeys.PUBLIC_FILE));

        assertThat(signed.exitCode()).isZero();
        assertThat(explained.exitCode()).isEqualTo(exitCode);
        assertThat(explained.out())
                .contains("verdict  APPLY " + mode)
                .doesNotContain("warning")
                .doesNotContain("note ");
    }

    @Test
    void writesTheWindowItWasTold() {
        String out = sign(
                        "--mode",
                        "on",
                        "--domain",
                        DOMAIN,
                        "--start",
                        "2026-11-21T09:00:00+01:00",
                        "--duration",
                        "12h",
                        "--form",
                        "plain")
                .out();

        long start = Instant.parse("2026-11-21T08:00:00Z").getEpochSecond();
        assertThat(out).contains(";t=" + start + ";x=" + (start + 43_200) + ";");
    }

    @Test
    void leavesOutWhatItWasTold() {
        String out = sign(
                        "--mode",
                        "test",
                        "--domain",
                        DOMAIN,
                        "--no-d",
                        "--no-t",
                        "--no-x",
                        "--any-window",
                        "--form",
                        "plain",
                        "--product",
                        "all",
                        "--internet",
                        "fc")
                .out();

        assertThat(out).startsWith("v=1;k=all;b=test;m=fc;n=2;p=1;bh=");
    }

    @Test
    void writesAnUnsignedRecord() {
        Run run = Run.drctl(
                "record",
                "sign",
                "--unsigned",
                "--mode",
                "on",
                "--domain",
                DOMAIN,
                "--start",
                "5",
                "--end",
                "9",
                "--form",
                "plain");

        assertThat(run.out()).isEqualTo("v=1;d=dr.acme.example;k=zpa;b=on;t=5;x=9\n");
        assertThat(run.err()).contains("unsigned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bind", "nsupdate", "plain", "ROUTE53", "cloudflare"})
    void writesEveryFormAndNothingElseToStandardOutput(String form) throws IOException {
        Run run = sign("--mode", "on", "--domain", DOMAIN, "--form", form);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("# dr.acme.example: b=on, signed");
        if (run.out().startsWith("{")) {
            assertThat(new ObjectMapper().readTree(run.out()).isObject()).isTrue();
        } else {
            Path file = Files.writeString(directory.resolve("form-" + form), run.out());
            assertThat(Run.drctl(
                                    "record",
                                    "explain",
                                    DOMAIN,
                                    "--from",
                                    file,
                                    "--key",
                                    directory.resolve(DrKeys.PUBLIC_FILE))
                            .exitCode())
                    .isZero();
        }
    }

    @Test
    void namesTheServerInTheScript() {
        assertThat(sign("--mode", "on", "--domain", DOMAIN, "--form", "nsupdate", "--server", "127.0.0.1:5354")
                        .out())
                .startsWith("server 127.0.0.1 5354\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--mode ON",
                "--mode on --duration 31d",
                "--mode off --duration 400d",
                "--mode on --end 5",
                "--mode on --end 5 --duration 1h",
                "--mode on --start yesterday",
                "--mode on --duration -1h",
                "--mode on --duration PT2562047788015215H --any-window",
                "--mode on --duration 999999999w --any-window",
                "--mode on --duration forever",
                "--mode on --no-t",
                "--mode on --no-x",
                "--mode on --no-t --any-window --start 5",
                "--mode on --no-x --any-window --end 5",
                "--mode on --ttl 5",
                "--mode on --ttl x",
                "--mode on --form csv",
                "--mode on --server ns1",
                "--mode on --internet maybe",
                "--mode on --product zia",
                "--mode on --unsigned"
            })
    void refusesWhatMakesNoSense(String arguments) {
        Run run = sign(("--domain " + DOMAIN + " " + arguments).split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("drctl: ")
                .contains("Try 'drctl record sign --help'")
                .doesNotContain("Exception");
    }

    @Test
    void refusesADomainThatIsNoHostName() {
        assertThat(sign("--mode", "on", "--domain", "not a name").exitCode()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    }

    @Test
    void warnsOfAWindowThatIsOver() {
        Run over = sign("--mode", "on", "--domain", DOMAIN, "--start", "1000", "--end", "2000");
        Run open = sign("--mode", "on", "--domain", DOMAIN, "--duration", "1d12h");

        assertThat(over.exitCode()).isZero();
        assertThat(over.err()).contains("WARNING: this window is over");
        assertThat(open.err()).doesNotContain("WARNING");
    }

    @Test
    void saysWhyAKeyCannotBeUsed() {
        Run missing = Run.drctl(
                "record", "sign", "--mode", "on", "--domain", DOMAIN, "--key", directory.resolve("nothing.pem"));
        Run wrong = Run.drctl(
                "record", "sign", "--mode", "on", "--domain", DOMAIN, "--key", directory.resolve(DrKeys.PUBLIC_FILE));

        assertThat(List.of(missing.exitCode(), wrong.exitCode())).containsOnly(ExitCode.FAILED);
        assertThat(missing.err()).contains("There is no file");
        assertThat(wrong.err()).contains("no PEM private key");
    }

    private static Run sign(String... arguments) {
        List<Object> all = new ArrayList<>(List.of("record", "sign", "--key", key));
        Stream.of(arguments).forEach(all::add);
        return Run.drctl(all.toArray());
    }
}
