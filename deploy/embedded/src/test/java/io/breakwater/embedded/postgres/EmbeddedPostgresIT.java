package io.breakwater.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    @TempDir
    Path directory;

    @Test
    @DisplayName("I7: a committed row is there after the server was killed and started again on its directory")
    void keepsCommittedRowsOverAKill() throws SQLException {
        Path data = directory.resolve("pg");
        EmbeddedPostgres first = EmbeddedPostgres.start(data, 0, List.of("one", "two"));
        execute(first, "create table t (id int)");
        execute(first, "insert into t values (42)");
        long pid = first.process().pid();

        first.process().kill();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(data, first.port(), List.of("one", "three"))) {
            assertThat(second.process().pid()).isNotEqualTo(pid);
            assertThat(number(second, "select id from t")).isEqualTo(42);
        }
    }

    @Test
    void stopsWithItsClientsConnected() throws SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.resolve("pg"), 0, List.of("one"));
        try (Connection connection = postgres.connect("one")) {
            postgres.close();
            assertThat(postgres.process().isAlive()).isFalse();
            assertThat(connection.isValid(1)).isFalse();
        }
    }

    @Test
    void saysWhyItDidNotStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory.resolve("pg"), taken.getLocalPort(), List.of()))
                    .hasMessageContaining("could not bind")
                    .hasMessageContaining("in use");
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("one");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("one");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
