package io.breakwater.local.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The commit of a checkout is known")
class CommitTest {
    private static final String ID = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path checkout;

    private Path git;

    @BeforeEach
    void repository() throws IOException {
        git = Files.createDirectories(checkout.resolve(".git/refs/heads"))
                .getParent()
                .getParent();
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
    }

    @Test
    @DisplayName("from the branch")
    void branch() throws IOException {
        Files.writeString(git.resolve("refs/heads/main"), ID + "\n");

        assertThat(Commit.of(checkout)).contains("0123456789ab");
    }

    @Test
    @DisplayName("from packed branches")
    void packed() throws IOException {
        Files.writeString(git.resolve("packed-refs"), "# pack-refs with: peeled\n" + ID + " refs/heads/main\n");

        assertThat(Commit.of(checkout)).contains("0123456789ab");
    }

    @Test
    @DisplayName("from a detached head")
    void detached() throws IOException {
        Files.writeString(git.resolve("HEAD"), ID + "\n");

        assertThat(Commit.of(checkout)).contains("0123456789ab");
    }

    @Test
    @DisplayName("and not from an archive of the sources, an empty repository or garbage")
    void none(@TempDir Path archive) throws IOException {
        assertThat(Commit.of(archive)).isEmpty();
        assertThat(Commit.of(checkout)).isEmpty();
        Files.writeString(git.resolve("HEAD"), "\0\0");
        assertThat(Commit.of(checkout)).isEmpty();
    }
}
