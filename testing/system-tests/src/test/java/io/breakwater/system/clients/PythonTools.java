package io.breakwater.system.clients;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.breakwater.system.Checkout;
import io.breakwater.system.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A directory of Python programs in the test resources with the packages that its requirements.txt names, from PyPI. */
final class PythonTools {
    private static final Duration INSTALLATION = Duration.ofMinutes(5);

    private final Path sources;
    private final Path environment;

    private PythonTools(Path sources, Path environment) {
        this.sources = sources;
        this.environment = environment;
    }

    /**
     * Installs what is not installed yet, into an environment below {@code target}. Where there is no Python with venv, or no PyPI, the
     * test is skipped with a message; in CI it fails.
     */
    static PythonTools in(String directory) throws IOException, InterruptedException {
        Path module = Checkout.root().resolve("testing/system-tests");
        Path sources = module.resolve("src/test/resources").resolve(directory);
        Path environment = module.resolve("target").resolve(directory);
        PythonTools tools = new PythonTools(sources, environment);
        Path marker = environment.resolve("installed-" + digest(sources.resolve("requirements.txt")));
        if (!Files.exists(marker)) {
            tools.install();
            Files.createFile(marker);
        }
        return tools;
    }

    private void install() throws InterruptedException {
        step(
                "make an environment (Debian: apt-get install python3-venv)",
                "python3",
                "-m",
                "venv",
                "--clear",
                environment.toString());
        step(
                "install from PyPI",
                python(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--requirement",
                sources.resolve("requirements.txt").toString());
    }

    private void step(String what, String... command) throws InterruptedException {
        Path log = environment.resolveSibling(environment.getFileName() + ".log");
        String problem;
        try {
            Program program = Program.run(List.of(command), sources, Map.of(), log, INSTALLATION);
            if (program.succeeded()) {
                return;
            }
            problem = program.output();
        } catch (IOException e) {
            problem = e.toString();
        }
        String message = "python3 cannot " + what + ": " + problem;
        if (System.getenv("CI") != null) {
            fail(message);
        }
        abort(message);
    }

    /** Runs {@code command} with this environment's programs; it prints UTF-8 and leaves no compiled files in the sources. */
    Program run(Map<String, String> variables, Path log, Duration limit, List<String> command)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(variables);
        all.put("PYTHONDONTWRITEBYTECODE", "1");
        all.put("PYTHONUTF8", "1");
        return Program.run(command, sources, all, log, limit);
    }

    String python() {
        return program("python");
    }

    String program(String name) {
        return environment.resolve("bin").resolve(name).toString();
    }

    /** Where logs of runs belong. */
    Path directory() {
        return environment;
    }

    private static String digest(Path file) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
