package io.breakwater.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.contracts.event.EventCodec.Decoded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside never throws: it is an event, of a later version, or malformed without its payload being repeated. */
class EventCodecTest {
    private final Golden golden = Golden.named("io.breakwater.config.changed.v1.json");

    @Test
    void ignoresFieldsOfALaterVersion() {
        ObjectNode value = golden.value().deepCopy();
        value.put("addedLater", "x").putObject("nestedLater").put("a", 1);

        Decoded decoded = EventCodec.decode(golden.headers(), golden.key(), octets(value.toString()));

        assertThat(decoded).isEqualTo(EventCodec.decode(golden.headers(), golden.key(), golden.octets()));
    }

    @Test
    void skipsATypeOfALaterVersion() {
        Decoded decoded = EventCodec.decode(
                headersWith("ce_type", "io.breakwater.config.changed.v2"), golden.key(), octets("{}"));

        assertThat(decoded).isEqualTo(new Decoded.UnknownType("io.breakwater.config.changed.v2"));
    }

    @Test
    void tellsADeletedKey() {
        assertThat(EventCodec.decode(Map.of(), "17", null)).isEqualTo(new Decoded.Tombstone("17"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"s3cret\"",
                "{}",
                "{\"customerId\":\"s3cret\"}",
                "{\"customerId\":\"1\",\"at\":\"s3cret\"}",
                "{\"customerId\":\"1\",\"at\":\"2026-11-20T09:15:00Z\",\"revision\":\"s3cret\"}",
                "{\"customerId\":[\"s3cret\"],\"at\":\"2026-11-20T09:15:00Z\"}"
            })
    void reportsAMalformedValueWithoutRepeatingIt(String value) {
        Decoded decoded = EventCodec.decode(golden.headers(), golden.key(), octets(value));

        assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
        assertThat(((Decoded.Malformed) decoded).reason()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_type", "ce_id", "ce_source", "ce_time"})
    void reportsAMissingAttribute(String header) {
        Map<String, byte[]> headers = new HashMap<>(golden.headers());
        headers.remove(header);

        assertThat(EventCodec.decode(headers, golden.key(), golden.octets())).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void reportsATimeThatIsNone() {
        assertThat(EventCodec.decode(headersWith("ce_time", "yesterday"), golden.key(), golden.octets()))
                .isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void survivesDeepNesting() {
        String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(EventCodec.decode(golden.headers(), golden.key(), octets(deep)))
                .isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void anEnvelopeRefusesAPayloadOfAnotherType() {
        SnapshotPublished payload = new SnapshotPublished("1", "2", "CONFIG", 1, "ab", Instant.EPOCH);

        assertThatThrownBy(() ->
                        new EventEnvelope<>("1", EventType.CONFIG_CHANGED, "/x", "1", Instant.EPOCH, null, payload))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, byte[]> headersWith(String name, String value) {
        Map<String, byte[]> headers = new HashMap<>(golden.headers());
        headers.put(name, octets(value));
        return headers;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
