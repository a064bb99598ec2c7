package io.breakwater.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.config.enrollment.EnrollmentConfig;
import io.breakwater.config.provisioning.ProvisioningConfig;
import io.breakwater.config.secrets.SecretsConfig;
import io.breakwater.config.signin.ServiceClientsConfig;
import io.breakwater.config.signin.ServiceClientsConfig.Role;
import io.breakwater.config.signin.TokenConfig;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of config-service: their defaults, and each set to something else. */
class SettingsTest {
    private static <T> T read(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }

    @Test
    void tokens() {
        TokenConfig defaults = read(TokenConfig.class, Map.of("breakwater.token.signing-key-file", "a"));
        assertThat(defaults.life()).isEqualTo(Duration.ofHours(1));
        assertThat(defaults.agentLife()).isEqualTo(Duration.ofMinutes(15));
        TokenConfig set = read(
                TokenConfig.class,
                Map.of(
                        "breakwater.token.signing-key-file", "b",
                        "breakwater.token.life", "PT2H",
                        "breakwater.token.agent-life", "PT5M"));
        assertThat(set.signingKeyFile()).isEqualTo(Path.of("b"));
        assertThat(set.life()).isEqualTo(Duration.ofHours(2));
        assertThat(set.agentLife()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void enrolment() {
        EnrollmentConfig defaults = read(EnrollmentConfig.class, Map.of());
        assertThat(defaults.certificateLife()).isEqualTo(Duration.ofDays(90));
        assertThat(defaults.snapshotPublicKeyFiles()).isEmpty();
        EnrollmentConfig set = read(
                EnrollmentConfig.class,
                Map.of(
                        "breakwater.enrollment.certificate-life", "P30D",
                        "breakwater.enrollment.snapshot-public-key-files", "a,b"));
        assertThat(set.certificateLife()).isEqualTo(Duration.ofDays(30));
        assertThat(set.snapshotPublicKeyFiles().orElseThrow()).containsExactly(Path.of("a"), Path.of("b"));
    }

    @Test
    void provisioningKeys() {
        assertThat(read(ProvisioningConfig.class, Map.of()).apiHost()).isEqualTo("api.breakwater.local");
        assertThat(read(ProvisioningConfig.class, Map.of("breakwater.provisioning.api-host", "api.example.com"))
                        .apiHost())
                .isEqualTo("api.example.com");
    }

    @Test
    void clientsOfTheSuite() {
        assertThat(read(ServiceClientsConfig.class, Map.of()).clients()).isEmpty();
        ServiceClientsConfig set = read(
                ServiceClientsConfig.class,
                Map.of(
                        "breakwater.service-clients.reader.secret-file", "a",
                        "breakwater.service-clients.reader.role", "SERVICE"));
        assertThat(set.clients().get("reader").secretFile()).isEqualTo(Path.of("a"));
        assertThat(set.clients().get("reader").role()).isEqualTo(Role.SERVICE);
    }

    @Test
    void theMasterKeyHasNoDefault() {
        assertThatThrownBy(() -> read(SecretsConfig.class, Map.of())).isInstanceOf(ConfigValidationException.class);
        assertThat(read(SecretsConfig.class, Map.of("breakwater.secrets.master-key-file", "a"))
                        .masterKeyFile())
                .isEqualTo(Path.of("a"));
    }
}
