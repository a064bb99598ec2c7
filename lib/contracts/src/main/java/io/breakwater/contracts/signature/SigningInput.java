package io.breakwater.contracts.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The octets that are signed: the JWS's protected header, a dot, then topic, key, {@link #HEADERS} and value, each with its length in four
 * octets before it (big endian; all ones for what is absent), so that nothing can be moved from one into another.
 */
final class SigningInput {
    /** The CloudEvents attributes that a signature covers, as they stand in the headers. */
    static final List<String> HEADERS = List.of("ce_id", "ce_type", "ce_source", "ce_time");

    private static final int ABSENT = -1;

    private SigningInput() {}

    /** @param header gives a header's octets, or null */
    static byte[] of(String protectedPart, String topic, String key, Function<String, byte[]> header, byte[] value) {
        List<byte[]> fields = new ArrayList<>(HEADERS.size() + 3);
        fields.add(utf8(topic));
        fields.add(key == null ? null : utf8(key));
        HEADERS.forEach(name -> fields.add(header.apply(name)));
        fields.add(value);
        byte[] start = utf8(protectedPart + ".");
        ByteBuffer input = ByteBuffer.allocate(start.length + size(fields)).put(start);
        for (byte[] field : fields) {
            if (field == null) {
                input.putInt(ABSENT);
            } else {
                input.putInt(field.length).put(field);
            }
        }
        return input.array();
    }

    private static int size(List<byte[]> fields) {
        int size = fields.size() * Integer.BYTES;
        for (byte[] field : fields) {
            size = Math.addExact(size, field == null ? 0 : field.length);
        }
        return size;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
