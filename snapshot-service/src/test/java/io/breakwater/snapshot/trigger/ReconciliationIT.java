package io.breakwater.snapshot.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.Topics;
import io.breakwater.snapshot.content.Views;
import io.breakwater.snapshot.service.RunningService;
import io.breakwater.snapshot.service.Tenant;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Proves I7 for changes whose events never came: what config-service has is found when the service starts. */
@RunningService
class ReconciliationIT {
    @Inject
    Reconciliation reconciliation;

    @Test
    void asksForCapturesOfWhatIsNewAndOfNothingElse() throws Throwable {
        try (KafkaEvents kafka = KafkaEvents.fromNow(Topics.SNAPSHOT_PUBLISHED)) {
            Tenant tenant = new Tenant(kafka);
            tenant.shows(Views.of(tenant.id, 3));

            run();
            assertThat(tenant.awaitIndex(tenant.group, 1).snapshots()).hasSize(1);

            int reads = tenant.readsOfTheView();
            run();
            Tenant.await().during(Duration.ofSeconds(1)).until(() -> tenant.readsOfTheView() == reads);
        }
    }

    private void run() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> reconciliation.run());
    }
}
