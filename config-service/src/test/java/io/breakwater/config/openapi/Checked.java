package io.breakwater.config.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that must be what the service says; {@code -Dopenapi.write=true} writes it. */
final class Checked {
    private Checked() {}

    static void compare(Path file, String content) throws IOException {
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("%s is written by this test with -Dopenapi.write=true", file)
                .exists();
        assertThat(content)
                .as("%s is not what the service says; -Dopenapi.write=true writes it", file)
                .isEqualTo(Files.readString(file));
    }
}
