package io.breakwater.activation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The TXT records at one name, as they were read.
 *
 * @param records in any order
 */
public record Rrset(List<TxtRecord> records) {

    /** No TXT record: NODATA or NXDOMAIN. */
    public static final Rrset EMPTY = new Rrset(List.of());

    public Rrset {
        records = List.copyOf(records);
    }

    /**
     * From lists of character-strings whose characters stand for one octet each.
     *
     * @throws IllegalArgumentException for a character above U+00FF
     */
    public static Rrset ofLatin1(List<List<String>> records) {
        return new Rrset(records.stream().map(TxtRecord::ofLatin1).toList());
    }

    /** From the octets of each record's character-strings. */
    public static Rrset ofOctets(List<List<byte[]>> records) {
        return new Rrset(records.stream().map(TxtRecord::new).toList());
    }

    public List<List<String>> toLatin1() {
        return records.stream().map(TxtRecord::toLatin1).toList();
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    /** Lower-case hex SHA-256 over the records as a set: neither their order nor a repetition matters, every octet and every cut does. */
    public String digest() {
        MessageDigest sha256 = Sha256.digest();
        byte[][] each = new byte[records.size()][];
        for (int i = 0; i < each.length; i++) {
            for (byte[] octets : records.get(i).strings()) {
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(octets.length).array());
                sha256.update(octets);
            }
            each[i] = sha256.digest();
        }
        Arrays.sort(each, Arrays::compareUnsigned);
        for (int i = 0; i < each.length; i++) {
            if (i == 0 || !Arrays.equals(each[i - 1], each[i])) {
                sha256.update(each[i]);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
