package io.breakwater.benchmarks.api;

import io.breakwater.benchmarks.http.HttpLoad;
import io.breakwater.benchmarks.pgbench.PgBench;
import io.breakwater.benchmarks.report.Measured;
import io.breakwater.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The service and pgbench, one right after the other, with as many clients each. The service runs beside pgbench too: what its relay
 * does for new objects slows both down.
 */
final class Race {
    private static final List<Integer> CLIENTS = List.of(1, 32);
    private static final String NAME = "%s, %d: %s";

    private final HttpLoad http;
    private final Requests requests;
    private final PgBench pgbench;
    private final Path logs;
    private final Duration time;
    private final Recording recording;

    /** @param logs for what pgbench writes, made when it is not there */
    Race(HttpLoad http, Requests requests, PgBench pgbench, Path logs, Duration time, Recording recording) {
        this.http = http;
        this.requests = requests;
        this.pgbench = pgbench;
        this.logs = logs;
        this.time = time;
        this.recording = recording;
    }

    static Duration warmUp(Duration time) {
        return Duration.ofSeconds(Math.max(1, time.toSeconds() / 3));
    }

    /** @param scripts what the scenario's variants send to the database */
    void run(Scenario scenario, List<Path> scripts, Report report) throws IOException, InterruptedException {
        report.figure(scenario.name() + ": octets of an answer", length(scenario), "octets");
        report.figure(scenario.name() + ": statements", statements(scripts.get(0)), "statements");
        for (int clients : CLIENTS) {
            http.run(number -> requests.octets(scenario.request(number)), clients, warmUp(time));
            recording.start();
            Measured service = http.run(number -> requests.octets(scenario.request(number)), clients, time);
            String file = scenario.file() + "-" + clients;
            recording.stop(file);
            Measured peer = pgbench.run(scripts, clients, time, logs.resolve(file));
            report.load(NAME.formatted(scenario.name(), clients, "service"), service)
                    .load(NAME.formatted(scenario.name(), clients, "pgbench"), peer)
                    .figure(
                            NAME.formatted(scenario.name(), clients, "part of pgbench"),
                            100 * service.perSecond() / peer.perSecond(),
                            "%");
        }
    }

    /** What a request costs that asks the database for nothing: the bound for all others. */
    void floor(Scenario scenario, Report report) throws IOException, InterruptedException {
        for (int clients : CLIENTS) {
            http.run(number -> requests.octets(scenario.request(number)), clients, warmUp(time));
            recording.start();
            Measured service = http.run(number -> requests.octets(scenario.request(number)), clients, time);
            recording.stop(scenario.file() + "-" + clients);
            report.load(NAME.formatted(scenario.name(), clients, "service"), service);
        }
    }

    private long length(Scenario scenario) throws IOException {
        return http.once(requests.octets(scenario.request(0)));
    }

    private static long statements(Path script) throws IOException {
        try (Stream<String> lines = Files.lines(script)) {
            return lines.filter(line -> line.endsWith(";")).count();
        }
    }
}
