package io.breakwater.testsupport.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {
    @Test
    void givesEachAskerADatabaseOfItsOwnOnOneServer() throws SQLException {
        TestDatabase one = TestDatabase.create();
        TestDatabase other = TestDatabase.create();

        assertThat(one.name()).isNotEqualTo(other.name());
        assertThat(one.port()).isEqualTo(other.port());
        try (var connection = TestDatabase.ofApplication(one.name()).connect()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }
}
