package io.breakwater.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What waits in a channel is bounded in octets (I9). */
class BoundedDeserializersTest {
    private final BoundedValue values = new BoundedValue();
    private final BoundedKey keys = new BoundedKey();

    BoundedDeserializersTest() {
        values.configure(Map.of(BoundedValue.LIMIT, "5000", BoundedValue.HEADERS_LIMIT, "100"), false);
        keys.configure(Map.of(BoundedKey.LIMIT, "8"), true);
    }

    @Test
    void aValueWithinTheLimitStaysAsItIs() {
        RecordHeaders headers = new RecordHeaders();
        assertThat(values.deserialize("t", headers, ByteBuffer.wrap(new byte[5000])))
                .hasSize(5000);
        assertThat(values.deserialize("t", headers, (ByteBuffer) null)).isNull();
        assertThat(headers.toArray()).isEmpty();
    }

    @Test
    void ofALargerValueOnlyItsBeginningAndDigestAreKept() {
        RecordHeaders headers = new RecordHeaders();
        headers.add(BoundedValue.DIGEST, "forged".getBytes(StandardCharsets.US_ASCII));
        assertThat(values.deserialize("t", headers, ByteBuffer.wrap(new byte[5001])))
                .hasSize(1024);
        assertThat(headers.headers(BoundedValue.DIGEST)).hasSize(1);
        assertThat(headers.lastHeader(BoundedValue.DIGEST).value()).hasSize(64);
    }

    @Test
    void ofLargerHeadersNothingIsKept() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("a", new byte[60]).add("a", new byte[60]).add("b", null);
        assertThat(values.deserialize("t", headers, ByteBuffer.wrap(new byte[1])))
                .hasSize(1);
        assertThat(headers.toArray()).extracting(header -> header.key()).containsExactly(BoundedValue.DROPPED_HEADERS);
    }

    @Test
    void ofALongerKeyOnlyTheBeginningIsKept() {
        RecordHeaders headers = new RecordHeaders();
        byte[] key = "1234567890".getBytes(StandardCharsets.UTF_8);
        assertThat(keys.deserialize("t", headers, ByteBuffer.wrap(key))).isEqualTo("12345678");
        assertThat(keys.deserialize("t", headers, ByteBuffer.wrap(key, 0, 3))).isEqualTo("123");
        assertThat(keys.deserialize("t", headers, (ByteBuffer) null)).isNull();
    }
}
