package io.breakwater.local.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandHintTest {
    @Test
    void namesADataDirectoryThatIsNotTheCheckoutsOwn() {
        assertThat(CommandHint.of(new DataDirectory(Path.of("/var/lib/b w")), "status"))
                .isEqualTo("./breakwater status --data '/var/lib/b w'");
    }

    @ParameterizedTest
    @CsvSource({"/a/b.c,/a/b.c", "a b,'''a b'''", "a$b,'''a$b'''"})
    void quotesForAShell(String word, String quoted) {
        assertThat(CommandHint.quoted(word)).isEqualTo(quoted);
    }
}
