package io.breakwater.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.contracts.event.Topics;
import io.breakwater.embedded.kafka.EmbeddedKafka;
import io.breakwater.embedded.postgres.EmbeddedPostgres;
import io.breakwater.embedded.process.FreePorts;
import io.breakwater.local.SuiteException;
import io.breakwater.local.settings.PostgresLocation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL and a Kafka that somebody else runs, with nothing of ours on them. */
class GivenServersIT {
    private static final String PASSWORD = "p@ss:w/rd";

    @TempDir
    private Path directory;

    @Test
    void makesTheDatabasesOnceWithAPasswordOfAnyCharacters() throws SQLException {
        EmbeddedPostgres.Options options =
                new EmbeddedPostgres.Options(directory.resolve("pg"), 0, PASSWORD, Map.of("fsync", "off"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options, List.of())) {
            PostgresLocation location = PostgresLocation.parse(
                    "postgresql://postgres:p%40ss%3Aw%2Frd@127.0.0.1:" + server.port(), Optional::empty);

            GivenServers.prepare(location);
            GivenServers.prepare(location);

            assertThat(databases(server)).containsAll(PostgresLocation.DATABASES);
        }
    }

    @Test
    void aWrongPasswordIsToldWithTheServerAndWithoutThePassword() {
        EmbeddedPostgres.Options options =
                new EmbeddedPostgres.Options(directory.resolve("pg"), 0, PASSWORD, Map.of("fsync", "off"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options, List.of())) {
            PostgresLocation location = new PostgresLocation("127.0.0.1:" + server.port(), "postgres", "hidden");

            assertThatThrownBy(() -> GivenServers.prepare(location))
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("127.0.0.1:" + server.port())
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    void makesTheTopicsOnceAsTheyAreToBe() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, List.of(), List.of())) {
            GivenServers.prepare(kafka.bootstrapServers());
            GivenServers.prepare(kafka.bootstrapServers());

            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get())
                        .containsAll(Topics.COMPACTED)
                        .containsAll(Topics.RETAINED);
                assertThat(policy(admin, Topics.COMPACTED.iterator().next())).isEqualTo("compact");
                assertThat(policy(admin, Topics.RETAINED.iterator().next())).isEqualTo("delete");
            }
        }
    }

    @Test
    void aBrokerThatIsNotThereIsToldWithItsAddress() {
        String address = "127.0.0.1:" + FreePorts.next();

        assertThatThrownBy(() -> GivenServers.prepare(address))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(address);
    }

    @Test
    void anAddressThatIsNoneIsToldWithoutAStackTrace() {
        assertThatThrownBy(() -> GivenServers.prepare("nonsense"))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("nonsense");
    }

    private static List<String> databases(EmbeddedPostgres server) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select datname from pg_database")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private static String policy(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return config.get("cleanup.policy").value();
    }
}
