package io.breakwater.benchmarks.pgbench;

import io.breakwater.benchmarks.report.Measured;
import io.breakwater.benchmarks.report.Samples;
import io.breakwater.local.SuiteException;
import io.breakwater.local.settings.PostgresLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load program, against one database. */
public final class PgBench {
    /** What to do where it is not installed. */
    public static final String MISSING =
            "pgbench is not installed. Debian: apt-get install postgresql-contrib; Fedora: dnf install"
                    + " postgresql-contrib; macOS: brew install postgresql";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private final Path program;
    private final PostgresLocation server;
    private final String database;

    public PgBench(Path program, PostgresLocation server, String database) {
        this.program = program;
        this.server = server;
        this.database = database;
    }

    /** The program on the path, or else where Debian puts it; empty when there is none. */
    public static Optional<Path> find() {
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(directory -> Path.of(directory, "pgbench"));
        return Stream.concat(onPath, debian().stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin/pgbench"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(DEBIAN + " cannot be read", e);
        }
    }

    /**
     * Runs the scripts, each transaction one of them by chance, every statement prepared once a connection.
     *
     * @param directory for what it writes, made when it is not there; it must hold nothing else
     * @throws SuiteException when it fails; the message is its own
     */
    public Measured run(List<Path> scripts, int clients, Duration time, Path directory)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        List<String> command = new ArrayList<>(List.of(program.toString(), "--no-vacuum", "--protocol=prepared"));
        command.add("--client=" + clients);
        command.add("--jobs=" + Math.min(clients, Runtime.getRuntime().availableProcessors()));
        command.add("--time=" + time.toSeconds());
        command.addAll(List.of("--log", "--log-prefix=" + directory.resolve("transactions")));
        scripts.forEach(script -> command.add("--file=" + script));
        String[] address = server.server().split(":");
        command.addAll(List.of("--host=" + address[0], "--port=" + address[1], "--username=" + server.user()));
        command.add(database);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", server.password());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new SuiteException("pgbench failed: " + output);
        }
        return new Measured(latencies(directory), Double.parseDouble(rate.group(1)));
    }

    /** The third column of its log is the transaction's time in microseconds. */
    private static Samples latencies(Path directory) throws IOException {
        Samples samples = new Samples();
        try (Stream<Path> logs = Files.list(directory)) {
            for (Path log : logs.toList()) {
                try (Stream<String> lines = Files.lines(log)) {
                    lines.forEach(line -> samples.add(Long.parseLong(line.split(" ")[2]) * 1000));
                }
            }
        }
        return samples;
    }
}
