package io.breakwater.local.layout;

import io.breakwater.local.SuiteException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A checkout of the suite with its built programs.
 *
 * @param root the directory of the launcher script
 */
public record Checkout(Path root) {
    /** System property that names the checkout; the launcher script sets it. */
    public static final String PROPERTY = "breakwater.home";

    /**
     * The checkout named by the system property {@value #PROPERTY}, else the one that the working directory is in.
     *
     * @throws SuiteException when there is none
     */
    public static Checkout find() {
        String given = System.getProperty(PROPERTY);
        if (given != null) {
            return new Checkout(Path.of(given).toAbsolutePath());
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.exists(directory.resolve("mvnw")) && Files.isDirectory(directory.resolve("deploy/local"))) {
                return new Checkout(directory);
            }
        }
        throw new SuiteException(start + " is not inside a checkout of Breakwater: set -D" + PROPERTY);
    }

    /**
     * A module's program.
     *
     * @param module for example {@code agents/app-connector}
     * @throws SuiteException when it is not built
     */
    public Path program(String module) {
        Path jar = root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new SuiteException(module + " is not built: run ./mvnw -Dquick package in " + root);
        }
        return jar;
    }
}
