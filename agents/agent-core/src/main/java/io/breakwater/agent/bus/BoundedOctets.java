package io.breakwater.agent.bus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Values and headers, never more octets of either than allowed: of a record that is larger nothing is kept but {@link #TOO_LARGE}, so
 * that what one poll brings is bounded, however well it was compressed. For one thread.
 */
final class BoundedOctets implements Deserializer<byte[]> {
    /** Stands for a value that was not kept; compared by identity. */
    static final byte[] TOO_LARGE = new byte[0];

    private static final int MOST_HEADER_OCTETS = 16 << 10;

    private final int limit;

    BoundedOctets(int limit) {
        this.limit = limit;
    }

    @Override
    public byte[] deserialize(String topic, byte[] data) {
        return data == null || data.length <= limit ? data : TOO_LARGE;
    }

    @Override
    public byte[] deserialize(String topic, Headers headers, byte[] data) {
        return isLarge(headers) ? TOO_LARGE : deserialize(topic, data);
    }

    @Override
    public byte[] deserialize(String topic, Headers headers, ByteBuffer data) {
        if (isLarge(headers) || data != null && data.remaining() > limit) {
            return TOO_LARGE;
        }
        if (data == null) {
            return null;
        }
        byte[] octets = new byte[data.remaining()];
        data.duplicate().get(octets);
        return octets;
    }

    private static boolean isLarge(Headers headers) {
        long octets = 0;
        Set<String> names = new HashSet<>();
        for (Header header : headers) {
            octets += header.key().length() + (header.value() == null ? 0 : header.value().length);
            names.add(header.key());
        }
        if (octets > MOST_HEADER_OCTETS) {
            names.forEach(headers::remove);
        }
        return octets > MOST_HEADER_OCTETS;
    }

    /** Keys: those of ours are ids; of a longer one nothing is kept. */
    static final class Keys implements Deserializer<String> {
        private static final int MOST_OCTETS = 128;

        @Override
        public String deserialize(String topic, byte[] data) {
            return data == null || data.length > MOST_OCTETS ? "" : new String(data, StandardCharsets.UTF_8);
        }
    }
}
