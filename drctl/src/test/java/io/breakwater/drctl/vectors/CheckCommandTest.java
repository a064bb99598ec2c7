package io.breakwater.drctl.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.drctl.ExitCode;
import io.breakwater.drctl.Run;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

    @TempDir
    Path directory;

    @Test
    void passesEveryVectorOfTheSpecification() throws URISyntaxException {
        Run run = Run.drctl("record", "check", vectors());

        assertThat(run.out()).isEqualTo("63 passed, 0 failed\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void printsALineForEachFailure() throws IOException, URISyntaxException {
        String wrong = Files.readString(vectors()).replace("\"verdict\": \"PENDING\"", "\"verdict\": \"APPLY\"");

        Run run = Run.drctl("record", "check", write(wrong));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out().lines())
                .containsExactly(
                        "FAILED V29 now = t-1: verdict is PENDING (FUTURE), expected APPLY", "62 passed, 1 failed");
    }

    @Test
    void comparesEveryNormativeField() throws IOException {
        Run run = Run.drctl("record", "check", write("""
                {"vectors": [
                  {"id": "mode", "rrset": [["v=1;b=on"]], "owner": "a", "publicKey": null, "now": 5, "expect": {"verdict": "APPLY", "mode": "off"}},
                  {"id": "t", "rrset": [["v=1;b=on;t=1"]], "owner": "a", "now": 5, "expect": {"verdict": "APPLY", "mode": "on", "t": null}},
                  {"id": "x", "rrset": [["v=1;b=on"]], "owner": "a", "now": 5, "expect": {"verdict": "APPLY", "mode": "on", "x": 7}},
                  {"id": "m", "rrset": [["v=1;b=on"]], "owner": "a", "now": 5, "expect": {"verdict": "APPLY", "mode": "on", "m": "fo"}},
                  {"id": "key", "rrset": [], "owner": "a", "publicKey": "k9", "now": 5, "expect": {"verdict": "NONE", "mode": null}},
                  {"id": "form", "owner": "a", "now": 5, "expect": {"verdict": "NONE", "mode": null}},
                  {"id": "reason", "rrset": [], "owner": "a", "now": 5, "expect": {"verdict": "NONE", "mode": null, "reason": "informative"}}
                ]}"""));

        assertThat(run.out().lines().filter(line -> line.startsWith("FAILED ")))
                .extracting(line -> line.split("[ :]")[1])
                .containsExactly("mode", "t", "x", "m", "key", "form");
        assertThat(run.out()).endsWith("1 passed, 6 failed\n");
    }

    @Test
    void knowsWhatWasAppliedAndWhatWasSuperseded() throws IOException {
        Run run = Run.drctl("record", "check", write("""
                {"vectors": [
                  {"id": "retired", "rrset": [["v=1;b=on"]], "owner": "a", "publicKey": null, "now": 5,
                   "state": {"lastT": null, "lastS": "v=1;b=off", "retired": ["v=1;b=on"]}, "expect": {"verdict": "HOLD", "mode": null}},
                  {"id": "same", "rrset": [["v=1;b=off"]], "owner": "a", "publicKey": null, "now": 5,
                   "state": {"lastT": null, "lastS": "v=1;b=off", "retired": ["v=1;b=on"]}, "expect": {"verdict": "APPLY", "mode": "off"}},
                  {"id": "window", "rrset": [["v=1;b=on;t=1"]], "owner": "a", "publicKey": null, "now": 5, "policy": {"replay": "window-only"},
                   "state": {"lastT": 4, "lastS": "v=1;b=off"}, "expect": {"verdict": "APPLY", "mode": "on"}}
                ]}"""));

        assertThat(run.out()).isEqualTo("3 passed, 0 failed\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "no json", "{\"vectors\": 5}"})
    void saysWhatIsNoFileOfVectors(String text) throws IOException {
        Run run = Run.drctl("record", "check", write(text));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("drctl: This is no ");
    }

    @Test
    void namesTheFileThatIsMissing() {
        Run run = Run.drctl("record", "check", directory.resolve("missing.json"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("There is no file").contains("missing.json");
    }

    private static Path vectors() throws URISyntaxException {
        return Path.of(
                CheckCommandTest.class.getResource("/activation-vectors.json").toURI());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("vectors.json"), text);
    }
}
