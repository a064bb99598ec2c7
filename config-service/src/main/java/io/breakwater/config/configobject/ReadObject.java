package io.breakwater.config.configobject;

import io.breakwater.config.wire.JsonBytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An object as it goes out.
 *
 * @param tag its entity tag with the quotation marks (RFC 9110, section 8.8.3): another one once somebody has changed the object
 */
public record ReadObject(byte[] octets, String tag) {
    private static final int TAG_OCTETS = 12;

    /** One whose tag covers all that it shows. */
    public static ReadObject of(byte[] octets) {
        return new ReadObject(octets, tag(octets));
    }

    /** @param lasting the part of the view that only changes of the object change */
    static ReadObject of(Object view, Object lasting) {
        return new ReadObject(JsonBytes.of(view), tag(JsonBytes.of(lasting)));
    }

    private static String tag(byte[] octets) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_OCTETS) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
