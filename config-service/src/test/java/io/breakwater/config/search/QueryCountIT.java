package io.breakwater.config.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list answers in the same number of queries, whatever the page: as PostgreSQL itself counts them, in its log. */
@RunningConfigService
class QueryCountIT {
    private static final int OBJECTS = 4;

    /** Others work on the database meanwhile: the fewest of some tries are the request's own. */
    private static final int TRIES = 5;

    @Inject
    DataSource database;

    private Tenant tenant;
    private Path log;

    @BeforeEach
    void prepare() throws SQLException {
        tenant = Tenant.create();
        for (int i = 0; i < OBJECTS; i++) {
            String connectorGroup = tenant.create("appConnectorGroup", Bodies.connectorGroup());
            String segmentGroup = tenant.create("segmentGroup", Bodies.segmentGroup());
            String serverGroup = tenant.create("serverGroup", Bodies.serverGroup(connectorGroup));
            tenant.create("application", Bodies.application(segmentGroup, serverGroup));
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet directory = statement.executeQuery("show data_directory")) {
            directory.next();
            log = Path.of(directory.getString(1)).resolveSibling("postgres.log");
        }
        logStatements("alter system set log_statement = 'all'");
        await().untilAsserted(() -> assertThat(once("serverGroup")).isPositive());
    }

    @AfterEach
    void stopCounting() throws SQLException {
        logStatements("alter system reset log_statement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"appConnectorGroup", "segmentGroup", "serverGroup", "application"})
    void isTheSameForOneObjectAndForAll(String resource) {
        int forOne = statementsOf(resource + "?pagesize=1");
        int forAll = statementsOf(resource + "?pagesize=500");
        assertThat(forOne).isPositive();
        assertThat(forAll).isEqualTo(forOne).isLessThanOrEqualTo(9);
    }

    private int statementsOf(String list) {
        return IntStream.range(0, TRIES).map(i -> once(list)).min().orElseThrow();
    }

    private int once(String list) {
        try {
            long from = Files.size(log);
            tenant.get(list).statusCode(200).body("totalCount", equalTo(Integer.toString(OBJECTS)));
            byte[] all = Files.readAllBytes(log);
            String written = new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
            return (int) written.lines()
                    .filter(line -> line.matches(".* LOG: +execute [^:]+: select.*") && !line.contains("outbox"))
                    .count();
        } catch (IOException e) {
            throw new AssertionError("the server's log cannot be read", e);
        }
    }

    private void logStatements(String setting) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(setting);
            statement.execute("select pg_reload_conf()");
        }
    }
}
