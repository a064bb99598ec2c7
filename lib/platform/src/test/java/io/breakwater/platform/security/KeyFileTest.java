package io.breakwater.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
    @TempDir
    Path directory;

    @Test
    void aFileIsFoundWithAndWithoutItsScheme() throws Exception {
        Path file = Files.writeString(directory.resolve("keys.pem"), "a\nb\r\nc");

        assertThat(at(file.toString()).path()).contains(file);
        assertThat(at("file:" + file).path()).contains(file);
        assertThat(at(file.toUri().toString()).path()).contains(file);
        assertThat(at(" file:" + file + " ").text()).contains("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/jwks", "classpath:keys.pem", "keys.pem", "/no/such/file"})
    void whatIsNoFileIsLeftToTheLibrary(String location) {
        assertThat(at(location).path()).isEmpty();
        assertThat(at(location).text()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereYetHasNoText() {
        assertThat(at("file:/no/such/file").path()).isPresent();
        assertThat(at("file:/no/such/file").text()).isEmpty();
    }

    @Test
    void theSettingsWinOverEachOtherAsInTheLibrary() {
        Optional<String> one = Optional.of("file:/one");
        Optional<String> two = Optional.of("file:/two");

        assertThat(new KeyFile(Optional.of("PEM"), one, two).path()).isEmpty();
        assertThat(new KeyFile(Optional.empty(), one, two).path()).contains(Path.of("/one"));
        assertThat(new KeyFile(Optional.empty(), Optional.empty(), two).path()).contains(Path.of("/two"));
        Optional<String> none = Optional.of("NONE");
        assertThat(new KeyFile(none, none, two).path()).contains(Path.of("/two"));
        assertThat(new KeyFile(none, none, none).path()).isEmpty();
        assertThat(new KeyFile(Optional.empty(), Optional.empty(), Optional.empty()).path())
                .isEmpty();
    }

    private static KeyFile at(String location) {
        return new KeyFile(Optional.empty(), Optional.empty(), Optional.of(location));
    }
}
