package io.breakwater.controller.timer;

import static io.breakwater.testsupport.records.Records.signedOff;
import static io.breakwater.testsupport.records.Records.signedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.controller.RealServers;
import io.breakwater.controller.TestTenant;
import io.breakwater.testsupport.postgres.PostgresResource;
import io.breakwater.testsupport.postgres.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Proves a part of I1 and I4 for the centre: times count by the clock, without any event. */
@QuarkusTest
@RealServers
class DueTimersIT {
    @ConfigProperty(name = PostgresResource.DATABASE)
    String database;

    @Test
    void drEndsInTheSecondAfterXWithoutAnyEvent() {
        try (TestTenant tenant = TestTenant.withKey()) {
            long x = Instant.now().getEpochSecond() + 2;
            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, x));
            DrStateChanged on = tenant.awaitState("ACTIVE");

            DrStateChanged normal = tenant.awaitState("NORMAL");

            assertThat(normal.since()).isAfterOrEqualTo(Instant.ofEpochSecond(x + 1));
            assertThat(normal.since()).isBefore(Instant.ofEpochSecond(x + 3));
            assertThat(normal.replay().lastIdentity()).isEqualTo(on.identity());
            JsonPath history = tenant.json("/history");
            assertThat(history.getString("entries[0].cause")).isEqualTo("TIMER");
            assertThat(history.getString("entries[0].judgement.verdict")).isEqualTo("EXPIRED");
            assertThat(history.getList("entries")).hasSize(2);
        }
    }

    @Test
    void whatIsAnnouncedStartsAtItsTime() {
        try (TestTenant tenant = TestTenant.withKey()) {
            long t = Instant.now().getEpochSecond() + 2;
            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, t, t + 3600));
            DrStateChanged scheduled = tenant.awaitState("SCHEDULED");
            assertThat(scheduled.mode()).isEqualTo("NORMAL");
            assertThat(scheduled.t()).isEqualTo(t);

            DrStateChanged active = tenant.awaitState("ACTIVE");

            assertThat(active.since()).isAfterOrEqualTo(Instant.ofEpochSecond(t));
            assertThat(active.identity()).isEqualTo(scheduled.identity());
            assertThat(active.replay().lastT()).isEqualTo(t);
        }
    }

    /** As a process that was killed leaves it: the time has passed, nobody was told. */
    @Test
    void aTimerThatCameDueWhileNobodyRanFiresAfterwards() throws SQLException {
        try (TestTenant tenant = TestTenant.withKey()) {
            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));
            tenant.awaitState("ACTIVE");

            setBack(tenant.id, tenant.now + 3600, tenant.now - 1);

            assertThat(tenant.awaitState("NORMAL").x()).isNull();
            tenant.drain(signedOff(TestTenant.KEY, tenant.domain, tenant.now - 10, tenant.now + 3600), "NORMAL");
        }
    }

    @Test
    void aTenantWhoseStateCannotBeReadDoesNotHoldUpTheTimersOfOthers() throws SQLException {
        try (TestTenant broken = TestTenant.withKey();
                TestTenant tenant = TestTenant.withKey()) {
            broken.observe(signedOn(TestTenant.KEY, broken.domain, broken.now - 30, broken.now + 3600));
            broken.awaitState("ACTIVE");
            execute("update dr_state set activation = 'no JSON', next_timer = now() - interval '1 hour'", broken.id);
            try {
                long x = Instant.now().getEpochSecond() + 2;
                tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, x));
                tenant.awaitState("ACTIVE");

                assertThat(tenant.awaitState("NORMAL").since()).isAfterOrEqualTo(Instant.ofEpochSecond(x + 1));
            } finally {
                execute(
                        "update dr_state set activation = null, evidence = null, mode = 'NORMAL', next_timer = null",
                        broken.id);
            }
        }
    }

    private void execute(String update, String customerId) throws SQLException {
        try (Connection connection = TestDatabase.ofApplication(database).connect();
                PreparedStatement statement = connection.prepareStatement(update + " where customer_id = ?")) {
            statement.setString(1, customerId);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private void setBack(String customerId, long x, long earlier) throws SQLException {
        try (Connection connection = TestDatabase.ofApplication(database).connect();
                PreparedStatement statement = connection.prepareStatement(
                        "update dr_state set activation ="
                                + " replace(activation, ?, ?), next_timer = now() - interval '1 second' where customer_id = ?")) {
            statement.setString(1, "\"x\":" + x);
            statement.setString(2, "\"x\":" + earlier);
            statement.setString(3, customerId);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
