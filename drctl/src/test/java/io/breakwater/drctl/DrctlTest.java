package io.breakwater.drctl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrctlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "record --help",
                "record keygen --help",
                "record sign --help",
                "record explain --help",
                "record check --help",
                "dr --help",
                "dr status --help",
                "agent show --help",
                "provisioning-key new --help",
                "completion --help"
            })
    void helps(String arguments) {
        Run run = Run.drctl((Object[]) arguments.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: drctl");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record keygen",
                "record sign",
                "record explain",
                "record check",
                "dr status",
                "agent show",
                "provisioning-key new",
                "completion"
            })
    void documentsItsExitCodes(String command) {
        assertThat(Run.drctl((Object[]) (command + " --help").split(" ")).out()).contains("Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "record",
                "record sgn",
                "record check",
                "record check a b",
                "record explain",
                "--nonsense"
            })
    void refusesWrongArgumentsWithAHint(String arguments) {
        Run run = Run.drctl((Object[]) arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("drctl");
    }

    @Test
    void saysItsVersion() {
        assertThat(Run.drctl("--version").out()).matches("(?s)drctl .*, commit ([0-9a-f]{12}|unknown)\\s*");
    }
}
