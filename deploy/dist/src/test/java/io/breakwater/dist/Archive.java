package io.breakwater.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One archive, unpacked. */
record Archive(String program, Path home) {
    private static final long PATIENCE_SECONDS = 120;

    /** Unpacks {@code <name>-<version>.tar.gz}. */
    static Archive unpack(String name, String program, Path into) throws IOException, InterruptedException {
        Path archive;
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            archive = files.filter(file -> file.getFileName().toString().matches(name + "-\\d.*\\.tar\\.gz"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("target has no archive of " + name));
        }
        Outcome unpacked = run(
                List.of("tar", "-xzf", archive.toAbsolutePath().toString(), "-C", into.toString()),
                Map.of(),
                into.resolve("tar.log"));
        assertThat(unpacked.exitCode()).as(unpacked.output()).isZero();
        String folder = archive.getFileName().toString().replace(".tar.gz", "");
        return new Archive(program, into.resolve(folder));
    }

    Path script() {
        return home.resolve("bin").resolve(program);
    }

    /** Runs the start script to its end. */
    Outcome run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script().toString()));
        command.addAll(List.of(arguments));
        return run(command, environment, home.resolve("output.log"));
    }

    /** Starts the program and leaves it running. */
    Process start(Map<String, String> environment, Path log) throws IOException {
        return builder(List.of(script().toString()), environment, log).start();
    }

    private static Outcome run(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        Process process = builder(command, environment, log).start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end: " + Files.readString(log));
        }
        return new Outcome(process.exitValue(), Files.readString(log));
    }

    private static ProcessBuilder builder(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    /** What a program that has ended printed. */
    record Outcome(int exitCode, String output) {}
}
