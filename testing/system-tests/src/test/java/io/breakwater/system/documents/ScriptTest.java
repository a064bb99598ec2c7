package io.breakwater.system.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A document's commands in a shell")
class ScriptTest {
    @TempDir
    Path directory;

    @TempDir
    Path checkout;

    @Test
    @DisplayName("share what they set, are checked for what they print and for their exit code")
    void asDocumented() {
        Transcript transcript = typed("""
                ```sh
                word=hello
                printf "no line feed"
                ```
                ```sh prints="hello world" exit="3"
                printf "$word world"
                (exit 3)
                ```
                ```sh interrupted-after="ready" prints="ready"
                echo ready; exec sleep 60 # until (Ctrl-C)
                ```
                """);

        transcript.assertAsDocumented();
        assertThat(transcript.blocks().get(1).failed()).containsExactly("3 ( exit 3 )");
    }

    @Test
    @DisplayName("fail the test when one in the middle fails, when a text is missing, and when the shell ends")
    void notAsDocumented() {
        for (String block : List.of(
                "```sh\nfalse\ntrue\n```\n",
                "```sh\nfalse | cat\n```\n",
                "```sh prints=\"a\"\necho b\n```\n",
                "```sh\nexit 0\n```\n",
                "```sh\nprintf a; false\n```\n",
                "```sh exit=\"2\"\ntrue\n```\n")) {
            Transcript transcript = typed(block);
            assertThatThrownBy(transcript::assertAsDocumented).as(block).isInstanceOf(AssertionError.class);
        }
    }

    private Transcript typed(String markdown) {
        return Session.in(directory, checkout, directory.resolve("logs"))
                .type("document.md", Fences.read("document.md", markdown));
    }
}
