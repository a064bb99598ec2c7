package io.breakwater.platform.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Kafka keys as text. Of one that is longer than an event's key may be only the beginning is kept: such a record is refused. */
public final class BoundedKey implements Deserializer<String> {
    static final String LIMIT = "breakwater.limit.key";

    private int limit;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        limit = Integer.parseInt(settings.get(LIMIT).toString());
    }

    @Override
    public String deserialize(String topic, byte[] data) {
        return data == null ? null : deserialize(topic, null, ByteBuffer.wrap(data));
    }

    @Override
    public String deserialize(String topic, Headers headers, ByteBuffer data) {
        if (data == null) {
            return null;
        }
        byte[] kept = new byte[Math.min(data.remaining(), limit)];
        data.duplicate().get(kept);
        return new String(kept, StandardCharsets.UTF_8);
    }
}
