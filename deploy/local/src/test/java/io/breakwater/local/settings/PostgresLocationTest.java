package io.breakwater.local.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.local.SuiteException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresLocationTest {
    @Test
    void readsServerUserAndPassword() {
        PostgresLocation location =
                PostgresLocation.parse("postgresql://admin:p%40ss@db.example:6432", Optional::empty);

        assertThat(location.server()).isEqualTo("db.example:6432");
        assertThat(location.user()).isEqualTo("admin");
        assertThat(location.password()).isEqualTo("p@ss");
        assertThat(location.jdbcUrl("breakwater_config"))
                .isEqualTo("jdbc:postgresql://db.example:6432/breakwater_config");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db.example:5432", "mysql://a:b@db", "postgresql://db.example", "postgresql://a b@db"})
    void anythingElseIsRefusedWithTheForm(String url) {
        assertThatThrownBy(() -> PostgresLocation.parse(url, () -> Optional.of("secret")))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("postgresql://user@host:port");
    }

    @Test
    void takesThePasswordFromElsewhereWhenTheAddressHasNone() {
        PostgresLocation location = PostgresLocation.parse("postgresql://admin@db.example", () -> Optional.of("p@ss"));

        assertThat(location.password()).isEqualTo("p@ss");
        assertThat(location.server()).isEqualTo("db.example:5432");
        assertThat(location.shownUrl()).isEqualTo("postgresql://admin@db.example:5432");
        assertThatThrownBy(() -> PostgresLocation.parse("postgresql://admin@db.example", Optional::empty))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("no password");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(PostgresLocation.parse("postgresql://admin:hidden@db:5432", Optional::empty)
                        .toString())
                .doesNotContain("hidden");
    }
}
