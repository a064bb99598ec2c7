package io.breakwater.contracts.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventKey;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Indexes as versions of snapshot-service wrote them: agents have them on their disks, and must read them for ever. */
class SnapshotIndexGoldenTest {

    @Test
    void anIndexOfBeforeTellsNoKeys() throws IOException {
        SnapshotIndex index = read("snapshot-index.1.json");

        assertThat(index.eventKeys()).isEmpty();
        assertThat(index.sequence()).isEqualTo(7);
        assertThat(index.replay().lastT()).isEqualTo(1_763_629_200L);
        assertThat(index.snapshots()).hasSize(1);
    }

    @Test
    void tellsTheKeysOfTheServicesFromWhichAgentsTakeEvents() throws IOException {
        SnapshotIndex index = read("snapshot-index.2-event-keys.json");

        assertThat(index.eventKeys()).extracting(EventKey::producer).containsExactly("dns-watcher", "snapshot-service");
        assertThat(index.eventKeys()).allSatisfy(key -> assertThat(key.pem()).contains("BEGIN PUBLIC KEY"));
    }

    @Test
    void theNewestFormIsWrittenAgainAsItWas() throws IOException {
        byte[] written = EventCodec.mapper().writeValueAsBytes(read("snapshot-index.2-event-keys.json"));

        assertThat(EventCodec.mapper().readTree(written))
                .isEqualTo(EventCodec.mapper().readTree(open("snapshot-index.2-event-keys.json")));
    }

    private static SnapshotIndex read(String file) throws IOException {
        return EventCodec.mapper().readValue(open(file), SnapshotIndex.class);
    }

    private static InputStream open(String file) {
        return SnapshotIndexGoldenTest.class.getResourceAsStream("/golden-views/" + file);
    }
}
