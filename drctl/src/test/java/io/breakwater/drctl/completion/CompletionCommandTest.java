package io.breakwater.drctl.completion;

import static io.breakwater.drctl.Run.drctl;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.drctl.ExitCode;
import io.breakwater.drctl.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A shell's completion")
class CompletionCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    @DisplayName("knows every command")
    void commands(String shell) {
        Run run = drctl("completion", shell);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("record", "explain", "provisioning-key", "status");
    }

    @Test
    @DisplayName("for bash is a script that bash loads and that completes")
    void bash(@TempDir Path directory) throws IOException, InterruptedException {
        Path script = Files.writeString(
                directory.resolve("drctl.bash"), drctl("completion", "bash").out());
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source " + script
                                + " && COMP_WORDS=(drctl rec) COMP_CWORD=1 && _complete_drctl && echo \"${COMPREPLY[*]}\"")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(bash.getInputStream().readAllBytes())).contains("record");
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    @DisplayName("for fish says where each word belongs")
    void fish() {
        assertThat(drctl("completion", "fish").out())
                .contains(
                        "complete -c drctl -n '__fish_seen_subcommand_from record; and not __fish_seen_subcommand_from"
                                + " keygen sign explain check' -a sign")
                .contains("-l out -r -F");
    }

    @Test
    @DisplayName("is not known of other shells")
    void others() {
        assertThat(drctl("completion", "tcsh").exitCode()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    }
}
