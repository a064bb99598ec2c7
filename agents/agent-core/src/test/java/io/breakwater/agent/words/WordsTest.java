package io.breakwater.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.security.InvalidKeyException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
    static Stream<Throwable> foreign() {
        return Stream.of(
                jackson(),
                new InvalidKeyException("IOException: algid parse error, not a sequence"),
                new IOException("sun.nio.ch.SomeInternals"),
                new FileSystemException("f", null, "java.lang.Secret"),
                new IllegalStateException("com.fasterxml.jackson.databind.Something"),
                new OutOfMemoryError("Java heap space"),
                new NullPointerException("Cannot invoke \"Object.toString()\" because \"<local1>\" is null"));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    @DisplayName("What libraries say of themselves reaches no operator")
    void keepsForeignTextsOut(Throwable failure) {
        assertThat(Words.of(failure))
                .isNotBlank()
                .doesNotContain("Exception", "java", "jackson", "sun.", "Unexpected", "heap", "algid", "line:");
    }

    @Test
    void namesTheFileAndWhatIsWrongWithIt() {
        assertThat(Words.of(new NoSuchFileException("state/mode.a"))).isEqualTo("state/mode.a is not there");
        assertThat(Words.of(new AccessDeniedException("state/mode.a"))).contains("state/mode.a", "permission");
        assertThat(Words.of(new FileSystemException("h", null, "Read-only file system")))
                .isEqualTo("h: the file system is read-only");
        assertThat(Words.of(new IOException("No space left on device"))).isEqualTo("the disk is full");
    }

    @Test
    void letsItsOwnWordsThroughInOneBoundedLine() {
        assertThat(Words.of(new ToldException("the index is\n\u0007damaged"))).isEqualTo("the index is damaged");
        assertThat(Words.of(new ToldException("x".repeat(5_000)))).hasSize(Words.MOST_CHARACTERS);
    }

    private static Throwable jackson() {
        try {
            new ObjectMapper().readTree("{\"secret\":");
            throw new IllegalStateException("that is no JSON");
        } catch (IOException e) {
            return e;
        }
    }
}
