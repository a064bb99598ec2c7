package io.breakwater.platform.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Kafka values. Of one that is larger than an event may be only the beginning and the digest are kept, and of larger headers nothing, so
 * that what waits in a channel is bounded in octets: such a record is refused and put aside.
 */
public final class BoundedValue implements Deserializer<byte[]> {
    static final String LIMIT = "breakwater.limit.value";
    static final String HEADERS_LIMIT = "breakwater.limit.headers";

    /** How many octets of headers were dropped. */
    static final String DROPPED_HEADERS = "breakwater_dropped_headers";

    /** SHA-256 of a value that is larger than an event may be. */
    static final String DIGEST = "breakwater_sha256";

    static final int PREFIX = 1024;

    private int limit;
    private int headersLimit;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        limit = Integer.parseInt(settings.get(LIMIT).toString());
        headersLimit = Integer.parseInt(settings.get(HEADERS_LIMIT).toString());
    }

    @Override
    public byte[] deserialize(String topic, byte[] data) {
        return data;
    }

    @Override
    public byte[] deserialize(String topic, Headers headers, byte[] data) {
        return deserialize(topic, headers, data == null ? null : ByteBuffer.wrap(data));
    }

    @Override
    public byte[] deserialize(String topic, Headers headers, ByteBuffer data) {
        bound(headers);
        if (data == null) {
            return null;
        }
        boolean large = data.remaining() > limit;
        if (large) {
            headers.remove(DIGEST);
            headers.add(DIGEST, digest(data.duplicate()).getBytes(StandardCharsets.US_ASCII));
        }
        byte[] kept = new byte[large ? Math.min(PREFIX, data.remaining()) : data.remaining()];
        data.duplicate().get(kept);
        return kept;
    }

    private void bound(Headers headers) {
        long octets = 0;
        List<String> names = new ArrayList<>();
        for (Header header : headers) {
            octets += octets(header);
            names.add(header.key());
        }
        if (octets > headersLimit) {
            names.stream().distinct().forEach(headers::remove);
            headers.add(DROPPED_HEADERS, Long.toString(octets).getBytes(StandardCharsets.US_ASCII));
        }
    }

    static long octets(Header header) {
        return header.key().length() + (header.value() == null ? 0L : header.value().length);
    }

    private static String digest(ByteBuffer data) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(data);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
