package io.breakwater.config.schedule;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A schedule deletes agents that are out of touch for longer than it allows; the service looks each second in tests. */
@RunningConfigService
class AgentSweepIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName("Out of touch for six days, with a schedule of five: deleted, and in the audit trail; all others stay")
    void deletesWhatIsOutOfTouch() throws SQLException {
        Tenant tenant = Tenant.create();
        Tenant without = Tenant.create();
        String silent = enrol(tenant);
        String recent = enrol(tenant);
        String unscheduled = enrol(without);
        age("app_connector", silent, 6);
        age("app_connector", unscheduled, 6);
        watchedFor("30 days");

        String schedule = tenant.get("connectorSchedule").extract().path("id");
        tenant.put("connectorSchedule/" + schedule, Map.of("enabled", true, "frequencyInterval", "5"))
                .statusCode(204);

        await().atMost(LIMIT)
                .untilAsserted(() -> tenant.get("connector/" + silent).statusCode(404));
        tenant.get("connector/" + recent).statusCode(200);
        without.get("connector/" + unscheduled).statusCode(200);
        tenant.request()
                .get(tenant.own("audit?kind=connector&action=DELETE"))
                .then()
                .body("entries.content.objectId", contains(silent))
                .body("entries[0].content.actor", nullValue());
    }

    @Test
    @DisplayName("Time in which the service itself did not look does not count against agents")
    void onlyTimeThatTheServiceWasThereCounts() throws SQLException {
        Tenant tenant = Tenant.create();
        String schedule = tenant.get("serviceEdgeSchedule").extract().path("id");
        String group = tenant.create("serviceEdgeGroup", Bodies.edgeGroup());
        String key = new Keys(tenant).create(Keys.EDGES, group, 1).path("provisioningKey");
        String edge = TestAgent.create().enroll(key).statusCode(201).extract().path("agentId");
        watchedFor("1 hour");
        age("service_edge", edge, 6);
        tenant.put("serviceEdgeSchedule/" + schedule, Map.of("enabled", true, "frequencyInterval", "5"))
                .statusCode(204);

        await().during(Duration.ofSeconds(3))
                .atMost(LIMIT)
                .untilAsserted(
                        () -> tenant.get("serviceEdge/" + edge).statusCode(200).body("id", equalTo(edge)));
    }

    private static String enrol(Tenant tenant) {
        String group = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String key = new Keys(tenant).create(Keys.CONNECTORS, group, 1).path("provisioningKey");
        return TestAgent.create().enroll(key).statusCode(201).extract().path("agentId");
    }

    private void age(String table, String id, int days) throws SQLException {
        execute("update " + table + " set creation_time = now() - interval '" + days
                + " days', last_connect_time = null where id = " + id);
    }

    /** The service's first look makes the row. */
    private void watchedFor(String time) {
        await().atMost(LIMIT)
                .until(() -> execute("update agent_watch set since = now() - interval '" + time + "'") == 1);
    }

    private int execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
