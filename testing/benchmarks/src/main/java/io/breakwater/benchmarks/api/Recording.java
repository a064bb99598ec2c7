package io.breakwater.benchmarks.api;

import io.breakwater.local.SuiteException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets another JVM record itself with Flight Recorder, one file a scenario. */
final class Recording {
    private final long pid;
    private final Optional<Path> directory;

    /** @param directory for the files, made when it is not there; empty: nothing is recorded */
    Recording(long pid, Optional<Path> directory) {
        this.pid = pid;
        this.directory = directory;
    }

    void start() throws IOException, InterruptedException {
        if (directory.isPresent()) {
            Files.createDirectories(directory.get());
            jcmd("JFR.start", "name=bench", "settings=profile");
        }
    }

    /** @param name of the file, without its ending */
    void stop(String name) throws IOException, InterruptedException {
        if (directory.isPresent()) {
            Path file = directory.get().toAbsolutePath().resolve(name + ".jfr");
            jcmd("JFR.stop", "name=bench", "filename=" + file);
        }
    }

    private void jcmd(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(pid));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new SuiteException("config-service cannot be recorded: " + output);
        }
    }
}
