package io.breakwater.platform.health;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the brokers answer. Quarkus has such a check, but it blocks for as long as Kafka's clients are patient, which is a minute.
 * Safe for threads.
 */
@Readiness
@Singleton
public class KafkaReadiness implements AsyncHealthCheck {
    private static final String NAME = "Kafka";
    private static final int REQUEST_MILLIS = 1_500;
    private static final int PATIENCE_MILLIS = 2_000;
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Map<String, Object> settings = new HashMap<>();
    private Admin admin;

    KafkaReadiness(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        kafka.forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                settings.put(name, value.toString());
            }
        });
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "readiness");
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> admin().describeCluster().nodes().toCompletionStage())
                .map(nodes -> HealthCheckResponse.named(NAME)
                        .up()
                        .withData("brokers", nodes.size())
                        .build())
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", failure.getClass().getSimpleName())
                        .build());
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(CLOSE);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }
}
