package io.breakwater.benchmarks.api;

import io.breakwater.benchmarks.api.LargeTenant.Filled;
import io.breakwater.benchmarks.http.HttpLoad;
import io.breakwater.benchmarks.pgbench.PgBench;
import io.breakwater.benchmarks.pgbench.StatementLog;
import io.breakwater.benchmarks.report.Report;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.Progress;
import io.breakwater.local.SuiteOptions;
import io.breakwater.local.http.RestClient;
import io.breakwater.local.http.SignIn;
import io.breakwater.local.settings.PostgresLocation;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls the management API of a tenant at ZPA's limits over 1 and 32 kept connections, and lets pgbench run the statements of the same
 * requests on the same server with as many clients. Only PostgreSQL, Kafka and config-service run.
 */
public final class ApiBenchmark {
    private static final String MORE_SEGMENTS = "breakwater.limits.application-segments";
    private static final List<String> BYSTANDERS = List.of(
            LocalSuite.SNAPSHOT_SERVICE, LocalSuite.DR_CONTROLLER, LocalSuite.DNS_WATCHER, LocalSuite.ZONE_SERVER);

    private final Duration time;
    private final List<String> javaOptions;
    private final Optional<Path> recordings;

    /**
     * @param time of each measurement, after a third of it to warm up
     * @param javaOptions of config-service
     * @param recordings where its flight recordings are to be; empty: none are made, for they cost a little
     */
    public ApiBenchmark(Duration time, List<String> javaOptions, Optional<Path> recordings) {
        this.recordings = recordings;
        this.time = time;
        this.javaOptions = javaOptions;
    }

    /**
     * @param program pgbench
     * @param directory empty
     * @param sql for pgbench's scripts
     */
    public Report run(Path program, Path directory, Path sql) throws Exception {
        SuiteOptions options = SuiteOptions.in(directory.resolve("suite"))
                .onFreePorts()
                .withAgents()
                .withJvmFlags(LocalSuite.CONFIG_SERVICE, javaOptions)
                .withSetting(LocalSuite.CONFIG_SERVICE, MORE_SEGMENTS, "1000000");
        try (LocalSuite suite = LocalSuite.of(options)) {
            suite.start(Progress.SILENT);
            suite.stop(BYSTANDERS);
            String root = "/mgmtconfig/v1/admin/customers/" + suite.tenant().customerId() + "/";
            Map<Scenario, List<Path>> scripts = prepare(suite, root, sql);
            PgBench pgbench = new PgBench(program, suite.postgres(), PostgresLocation.CONFIG);
            Report report = new Report("api")
                    .note("java options of config-service", String.join(" ", javaOptions))
                    .note(
                            "each",
                            time.toSeconds() + " s after " + Race.warmUp(time).toSeconds() + " s to warm up");
            URI service = suite.url(LocalSuite.CONFIG_SERVICE);
            SignIn token =
                    new SignIn(RestClient.anonymous(service), suite.tenant().clientId(), suite.tenant()::clientSecret);
            Race race = new Race(
                    new HttpLoad(service),
                    new Requests(service, root, token),
                    pgbench,
                    directory.resolve("log"),
                    time,
                    new Recording(suite.pid(LocalSuite.CONFIG_SERVICE), recordings));
            race.floor(Scenario.floor(), report);
            for (Map.Entry<Scenario, List<Path>> scenario : scripts.entrySet()) {
                race.run(scenario.getKey(), scenario.getValue(), report);
            }
            return report;
        }
    }

    /** Fills the tenant and takes down what each scenario sends to the database. */
    private static Map<Scenario, List<Path>> prepare(LocalSuite suite, String root, Path sql) throws Exception {
        RestClient api = suite.asTenant(LocalSuite.CONFIG_SERVICE);
        Map<Scenario, List<Path>> scripts = new LinkedHashMap<>();
        try (Connection database = connect(suite.postgres())) {
            long customerId = Long.parseLong(suite.tenant().customerId());
            Filled tenant = new LargeTenant(api, root, customerId, new Rows(database)).fill();
            try (StatementLog log = new StatementLog(database, suite.log(LocalSuite.POSTGRES))) {
                Peer peer = new Peer(api, root, log, sql);
                for (Scenario scenario : Scenario.all(tenant)) {
                    scripts.put(scenario, peer.scripts(scenario));
                }
            }
        }
        return scripts;
    }

    private static Connection connect(PostgresLocation server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(PostgresLocation.CONFIG), server.user(), server.password());
    }
}
