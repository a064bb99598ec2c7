package io.breakwater.snapshot.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import io.breakwater.snapshot.content.Views;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves I7 for downloads: a snapshot leaves the index first, and is deleted only after its grace time. Three stay in these tests. */
@RunningService
class RetentionIT {
    @Inject
    Pool pool;

    private KafkaEvents kafka;
    private Tenant tenant;

    @BeforeEach
    void open() {
        kafka = KafkaEvents.fromNow(Topics.SNAPSHOT_PUBLISHED);
        tenant = new Tenant(kafka);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void listsTheNewestAndLetsTheOthersGoInTwoSteps() {
        List<String> names = capture(5);

        assertThat(listed()).containsExactly(names.get(4), names.get(3), names.get(2));
        assertThat(status(names.get(0))).as("still within its grace time").isEqualTo(200);

        graceTimeIsOver();
        Tenant.await().until(() -> status(names.get(0)) == 404 && status(names.get(1)) == 404);
        assertThat(status(names.get(2))).isEqualTo(200);
        assertThat(status(names.get(4))).isEqualTo(200);
    }

    @Test
    void keepsTheNewestOfEachDay() {
        String ofYesterday = capture(1).get(0);
        execute("update snapshot set created_at = now() - interval '24 hours' where customer_id = $1");

        capture(5, 10);

        assertThat(listed()).hasSize(4).last().isEqualTo(ofYesterday);
    }

    @Test
    void deletesNothingWhileDrIsActive() {
        List<String> names = capture(4);
        tenant.isInMode("ACTIVE", 1);
        tenant.awaitMode("ACTIVE");

        graceTimeIsOver();

        Tenant.await().during(Duration.ofSeconds(1)).until(() -> status(names.get(0)) == 200);
        tenant.isInMode("NORMAL", 2);
        Tenant.await().until(() -> status(names.get(0)) == 404);
    }

    private List<String> capture(int count) {
        return capture(count, 1);
    }

    private List<String> capture(int count, long firstRevision) {
        List<String> names = new ArrayList<>();
        for (long revision = firstRevision; revision < firstRevision + count; revision++) {
            tenant.shows(Views.of(tenant.id, revision, "crm-" + revision));
            names.add(tenant.asAdmin()
                    .post(tenant.indexPath(tenant.group))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("groups[0].name"));
        }
        return names;
    }

    private List<String> listed() {
        return tenant.index(tenant.group).snapshots().stream()
                .map(SnapshotIndex.Entry::name)
                .toList();
    }

    private int status(String name) {
        return tenant.asAdmin()
                .get(tenant.indexPath(tenant.group) + "/" + name + "/manifest")
                .statusCode();
    }

    private void graceTimeIsOver() {
        execute("update snapshot set retired_at = retired_at - interval '2 hours' where customer_id = $1");
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(tenant.id)).await().atMost(Duration.ofSeconds(10));
    }
}
