package io.breakwater.local.servers;

import io.breakwater.contracts.event.Topics;
import io.breakwater.local.SuiteException;
import io.breakwater.local.settings.PostgresLocation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.postgresql.Driver;

/** Makes on servers that somebody else runs what the suite needs there. */
public final class GivenServers {
    private static final int PARTITIONS = 3;

    private GivenServers() {}

    /** @throws SuiteException when the server does not answer or the databases cannot be made */
    public static void prepare(PostgresLocation postgres) {
        Properties properties = new Properties();
        properties.setProperty("user", postgres.user());
        properties.setProperty("password", postgres.password());
        properties.setProperty("loginTimeout", "10");
        try (Connection connection = new Driver().connect(postgres.jdbcUrl("postgres"), properties);
                Statement statement = connection.createStatement()) {
            for (String database : PostgresLocation.DATABASES) {
                createDatabase(statement, database);
            }
        } catch (SQLException e) {
            throw new SuiteException("PostgreSQL at " + postgres.server() + ": " + e.getMessage(), e);
        }
    }

    private static void createDatabase(Statement statement, String name) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
            if (found.next()) {
                return;
            }
        }
        statement.execute("create database " + name);
    }

    /** @throws SuiteException when the brokers do not answer or the topics cannot be made */
    public static void prepare(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                15_000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> topics = new ArrayList<>();
            Topics.COMPACTED.forEach(name ->
                    topics.add(topic(name, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
            Topics.RETAINED.forEach(name -> topics.add(topic(name, TopicConfig.RETENTION_MS_CONFIG, "604800000")));
            topics.removeIf(topic -> there.contains(topic.name()));
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new SuiteException(
                    "Kafka at " + bootstrapServers + ": " + e.getCause().getMessage(), e);
        } catch (KafkaException e) {
            // The address alone is refused already.
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new SuiteException("Kafka at " + bootstrapServers + ": " + reason, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted while Kafka was asked", e);
        }
    }

    private static NewTopic topic(String name, String key, String value) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(Map.of(key, value));
    }
}
