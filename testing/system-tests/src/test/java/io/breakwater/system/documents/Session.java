package io.breakwater.system.documents;

import io.breakwater.system.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A reader at a terminal, in a directory of their own that looks like the checkout: what they make goes there, and what they build with
 * is the checkout's. For one thread.
 */
final class Session {
    /** Generous: it only ends a hang. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Path directory;
    private final Path logs;

    private Session(Path directory, Path logs) {
        this.directory = directory;
        this.logs = logs;
    }

    /** @param logs where the outputs go; they stay, to be looked at */
    static Session in(Path directory, Path checkout, Path logs) {
        try (Stream<Path> entries = Files.list(checkout)) {
            for (Path entry : entries.toList()) {
                if (!entry.getFileName().toString().startsWith(".")) {
                    Files.createSymbolicLink(directory.resolve(entry.getFileName()), entry);
                }
            }
            return new Session(directory, logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types the commands of one document, one block after the other into one shell. */
    Transcript type(String document, List<Fence> fences) {
        try {
            String name = document.replace('/', '-').replace(".md", "");
            Files.createDirectories(logs);
            Path script = logs.resolve(name + ".sh");
            Files.writeString(script, Script.of(fences, directory.resolve("output")));
            Program bash = Program.run(
                    List.of("bash", script.toString()), directory, environment(), logs.resolve(name + ".log"), LIMIT);
            return Transcript.of(fences, bash.output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs one command before or after the documents. */
    void run(String command) {
        Fence fence = new Fence("(test)", 0, "sh", Map.of(), command + "\n");
        type(command.replaceAll("[^a-z]+", "-"), List.of(fence)).assertAsDocumented();
    }

    /** The suite was built by whoever runs the tests; its data stay here. */
    private Map<String, String> environment() {
        return Map.of(
                "BREAKWATER_SKIP_BUILD",
                "1",
                "BREAKWATER_DATA",
                directory.resolve(".breakwater").toString());
    }
}
