package io.breakwater.snapshot.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import io.breakwater.snapshot.content.Views;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents learn the keys of those to whom they listen from the signed index, never from the bus. */
@RunningService
class EventKeysIT {
    @Inject
    Pool pool;

    private KafkaEvents kafka;
    private Tenant tenant;
    private SnapshotIndex first;

    @BeforeEach
    void aPublishedIndex() {
        kafka = KafkaEvents.fromNow(Topics.SNAPSHOT_PUBLISHED);
        tenant = new Tenant(kafka);
        tenant.changesTo(Views.of(tenant.id, 1));
        first = tenant.awaitIndex(tenant.group, 1);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void anIndexTellsTheKeysOfThoseToWhomAgentsListenAndNoOthers() {
        assertThat(first.eventKeys())
                .extracting(EventKey::producer)
                .contains("dns-watcher", "snapshot-service")
                .doesNotContain("config-service", "dr-controller");
    }

    @Test
    void aKeyThatComesAndGoesIsFollowedByEveryIndexWithoutARestart() throws IOException {
        String next = key();
        Path file = Path.of(ConfigProvider.getConfig().getValue("breakwater.events.trust-directory", String.class))
                .resolve("dns-watcher.next.pem");

        Files.writeString(file, next);
        Tenant.await().until(() -> tells(next));
        assertThat(tenant.index(tenant.group).eventKeys()).as("both are valid").containsAll(first.eventKeys());

        Files.delete(file);
        Tenant.await().until(() -> !tells(next));
    }

    @Test
    void anIndexThatIsNotWhatWasSignedIsReplacedByANewerOne() {
        pool.preparedQuery("update group_index set document = convert_to(replace(convert_from(document, 'UTF8'),"
                        + " 'authoritative', 'recursive'), 'UTF8') where customer_id = $1")
                .execute(Tuple.of(tenant.id))
                .await()
                .atMost(Duration.ofSeconds(10));

        tenant.asAdmin().post(tenant.path("snapshots")).then().statusCode(200);

        SnapshotIndex again = tenant.awaitIndex(tenant.group, first.sequence() + 1);
        assertThat(again.drSettings()).isEqualTo(first.drSettings());
    }

    private boolean tells(String pem) {
        return tenant.index(tenant.group).eventKeys().contains(new EventKey("dns-watcher", pem));
    }

    private static String key() {
        try {
            byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPublic()
                    .getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
