package io.breakwater.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that has ended.
 *
 * @param output what it has printed, also to its standard error
 */
public record Program(int exitCode, String output) {
    /**
     * Runs it to its end.
     *
     * @param log where its output goes; stays, to be looked at
     * @throws IOException when there is no such program
     */
    public static Program run(
            List<String> command, Path directory, Map<String, String> environment, Path log, Duration limit)
            throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(command.get(0) + " did not end within " + limit + ": see " + log);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Program(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }

    public boolean succeeded() {
        return exitCode == 0;
    }

    /** Its last line that is not blank. */
    public String lastLine() {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}
