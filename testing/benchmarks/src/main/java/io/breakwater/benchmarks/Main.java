package io.breakwater.benchmarks;

import io.breakwater.benchmarks.activation.EvaluationBenchmark;
import io.breakwater.benchmarks.api.ApiBenchmark;
import io.breakwater.benchmarks.outbox.OutboxBenchmark;
import io.breakwater.benchmarks.pgbench.PgBench;
import io.breakwater.benchmarks.switching.SwitchBenchmark;
import io.breakwater.local.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./breakwater bench}: a table for people, then JSON lines. */
@Command(
        name = "bench",
        description = "Measures the suite on this machine, in a directory and on ports of its own.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "api | switch | outbox | activation")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Command(
            name = "switch",
            description =
                    "From a change on BIND to the event and to each agent's acknowledgement; start times and memory.",
            mixinStandardHelpOptions = true)
    int switching(
            @Option(names = "--changes", defaultValue = "200", description = "default: ${DEFAULT-VALUE}") int changes)
            throws Exception {
        return inDirectory(
                directory -> new SwitchBenchmark(changes).run(directory).print(System.out));
    }

    @Command(
            name = "outbox",
            description = "From a commit in the outbox to a consumer, beside a bare producer on the same broker.",
            mixinStandardHelpOptions = true)
    int outbox(@Option(names = "--events", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}") int events)
            throws Exception {
        return inDirectory(
                directory -> new OutboxBenchmark(events).run(directory).print(System.out));
    }

    @Command(
            name = "api",
            description = {
                "The management API of a tenant with 6,000 segments, beside the same SQL run by pgbench.",
                "Exit code 2 where pgbench is missing."
            },
            mixinStandardHelpOptions = true)
    int api(
            @Option(
                            names = "--seconds",
                            defaultValue = "10",
                            description = "Of each measurement; default: ${DEFAULT-VALUE}.")
                    int seconds,
            @Option(
                            names = "--java-options",
                            paramLabel = "OPTIONS",
                            description = "Of config-service, separated by blanks. Default: those of ./breakwater up.")
                    String javaOptions,
            @Option(names = "--sql", paramLabel = "DIR", description = "Keep the scripts of pgbench there.") Path sql,
            @Option(
                            names = "--record",
                            paramLabel = "DIR",
                            description = "Keep flight recordings of config-service there; they cost it a little.")
                    Path recordings)
            throws Exception {
        Optional<Path> pgbench = PgBench.find();
        if (pgbench.isEmpty()) {
            System.err.println("breakwater bench: " + PgBench.MISSING);
            return CommandLine.ExitCode.USAGE;
        }
        if (seconds < 1) {
            System.err.println("breakwater bench: --seconds is 1 at least");
            return CommandLine.ExitCode.USAGE;
        }
        List<String> flags = javaOptions == null || javaOptions.isBlank()
                ? JavaCommand.SMALL
                : List.of(javaOptions.strip().split("\\s+"));
        return inDirectory(
                directory -> new ApiBenchmark(Duration.ofSeconds(seconds), flags, Optional.ofNullable(recordings))
                        .run(pgbench.get(), directory, sql == null ? directory.resolve("sql") : sql)
                        .print(System.out));
    }

    @Command(
            name = "activation",
            description = "Judging a signed record, beside the bare verification of its signature (JMH).",
            mixinStandardHelpOptions = true)
    int activation() throws Exception {
        new Runner(new OptionsBuilder()
                        .include(EvaluationBenchmark.class.getSimpleName())
                        .build())
                .run();
        return 0;
    }

    /** A measurement that needs a directory. */
    @FunctionalInterface
    private interface Measurement {
        void run(Path directory) throws Exception;
    }

    private static int inDirectory(Measurement measurement) throws Exception {
        Path directory = Files.createTempDirectory("breakwater-bench");
        try {
            measurement.run(directory);
            return 0;
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
