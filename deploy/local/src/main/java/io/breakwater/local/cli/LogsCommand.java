package io.breakwater.local.cli;

import io.breakwater.local.SuiteException;
import io.breakwater.local.layout.CommandHint;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.layout.FileTrouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the processes wrote. */
@Command(
        name = "logs",
        description = "Show the log of one process, or of all; without a name, which there are.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    @Mixin
    private DataOption data;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "For example config-service.")
    private String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-a", "--all"},
            description = "The logs of all processes.")
    private boolean all;

    /** One log that is being read. */
    private record Followed(String prefix, BufferedReader lines) {}

    @Override
    public Integer call() throws IOException {
        Terminal terminal = new Terminal(System.out);
        if (name == null && !all && !follow) {
            list(terminal, data.directory());
            return 0;
        }
        List<Followed> logs = open(data.directory());
        do {
            for (Followed log : logs) {
                for (String line = log.lines().readLine();
                        line != null;
                        line = log.lines().readLine()) {
                    terminal.line(log.prefix() + line);
                }
            }
            if (follow) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        } while (follow);
        return 0;
    }

    private static void list(Terminal terminal, DataDirectory directory) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String process : names(directory)) {
            rows.add(List.of(process, Files.size(directory.log(process)) / 1024 + " kB"));
        }
        terminal.table(rows);
        terminal.paragraph("Show one: " + CommandHint.of(directory, "logs NAME") + "; all: --all; go on: -f");
    }

    private List<Followed> open(DataDirectory directory) throws IOException {
        List<String> there = names(directory);
        if (name != null && !there.contains(name)) {
            throw new SuiteException("there is no log of " + name + "; there are logs of " + String.join(", ", there));
        }
        List<Followed> logs = new ArrayList<>();
        for (String process : name == null ? there : List.of(name)) {
            String prefix = name == null ? process + " | " : "";
            logs.add(new Followed(prefix, Files.newBufferedReader(directory.log(process))));
        }
        return logs;
    }

    private static List<String> names(DataDirectory directory) {
        if (!Files.isDirectory(directory.root())) {
            throw new SuiteException("there are no logs in " + directory.root());
        }
        try (Stream<Path> all = Files.list(directory.root())) {
            return all.map(path -> path.getFileName().toString())
                    .filter(process -> Files.exists(directory.log(process)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SuiteException(directory.root() + " cannot be read: " + FileTrouble.of(e), e);
        }
    }
}
