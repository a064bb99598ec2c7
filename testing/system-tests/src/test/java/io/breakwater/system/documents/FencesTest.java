package io.breakwater.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fenced code blocks of documents")
class FencesTest {

    @Test
    @DisplayName("come with their language, attributes, place and text")
    void read() {
        List<Fence> fences = Fences.read("a.md", """
                Words.

                ```sh exit="6" prints="HOLD" by-ci
                one \\
                  two
                ```
                - a point
                  ```
                  drawn
                    deeper
                  ```
                ~~~~text
                ```
                ~~~~
                """);

        assertThat(fences).hasSize(3);
        Fence commands = fences.get(0);
        assertThat(commands.isShell()).isTrue();
        assertThat(commands.line()).isEqualTo(3);
        assertThat(commands.exit()).isEqualTo(6);
        assertThat(commands.prints()).contains("HOLD");
        assertThat(commands.isRunByCi()).isTrue();
        assertThat(commands.text()).isEqualTo("one \\\n  two\n");
        assertThat(fences.get(1).language()).isEmpty();
        assertThat(fences.get(1).text()).isEqualTo("drawn\n  deeper\n");
        assertThat(fences.get(2).text()).isEqualTo("```\n");
    }
}
