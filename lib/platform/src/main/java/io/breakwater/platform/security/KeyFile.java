package io.breakwater.platform.security;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The file with the verification keys, found as SmallRye JWT finds it. There is none when the keys stand in a setting, on the class path
 * or behind a URL: then SmallRye JWT alone looks after them. Stateless.
 */
@Singleton
class KeyFile {
    private static final String FILE = "file:";

    /** SmallRye JWT's default of these settings. */
    private static final String NOT_SET = "NONE";

    private final Optional<Path> path;

    /**
     * @param text the keys themselves, which win over any location
     * @param ownLocation SmallRye's own setting, which wins over the standard's
     */
    KeyFile(
            @ConfigProperty(name = "mp.jwt.verify.publickey") Optional<String> text,
            @ConfigProperty(name = "smallrye.jwt.verify.key.location") Optional<String> ownLocation,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> location) {
        this.path = set(text).isPresent()
                ? Optional.empty()
                : set(ownLocation).or(() -> set(location)).flatMap(KeyFile::file);
    }

    /** Nothing when the keys are not in a file. */
    Optional<Path> path() {
        return path;
    }

    /** What it holds, in one line as SmallRye JWT reads it; nothing when it cannot be read. Blocks. */
    Optional<String> text() {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(String.join("", Files.readAllLines(path.get())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> set(Optional<String> setting) {
        return setting.map(String::trim).filter(value -> !value.equals(NOT_SET));
    }

    private static Optional<Path> file(String location) {
        if (location.startsWith(FILE)) {
            return Optional.of(Path.of(location.substring(FILE.length())));
        }
        return Optional.of(location)
                .filter(text -> !text.startsWith("http") && !text.startsWith("classpath:"))
                .map(Path::of)
                .filter(Files::isRegularFile);
    }
}
