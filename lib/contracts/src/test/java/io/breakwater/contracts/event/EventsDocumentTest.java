package io.breakwater.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people and machines read of the events is what the code has. */
class EventsDocumentTest {
    private static final Path DOCS = Path.of("..", "..", "docs");

    @ParameterizedTest
    @EnumSource
    void everyTypeHasItsRow(EventType type) throws IOException {
        assertThat(Files.readString(DOCS.resolve("events.md")))
                .containsPattern("\\| `" + type.topic() + "` \\| \\w+Id \\| `" + type.wireName() + "` \\|");
    }

    @ParameterizedTest
    @EnumSource
    void asyncApiPointsAtTheSchemaOfEveryType(EventType type) throws IOException {
        String schema = "../lib/contracts/src/main/resources/schemas/" + type.wireName() + ".json";

        assertThat(Files.readString(DOCS.resolve("asyncapi.yaml")))
                .contains("address: " + type.topic() + "\n")
                .contains("$ref: '" + schema + "'");
        assertThat(DOCS.resolve(schema)).exists();
    }

    @Test
    void everyTopicIsDescribed() throws IOException {
        String people = Files.readString(DOCS.resolve("events.md"));
        String machines = Files.readString(DOCS.resolve("asyncapi.yaml"));

        Stream.concat(Topics.COMPACTED.stream(), Topics.RETAINED.stream()).forEach(topic -> {
            assertThat(people).contains("`" + topic + "`");
            assertThat(machines).contains("address: " + topic + "\n");
        });
    }
}
