package io.breakwater.embedded.zone;

import java.util.Arrays;
import java.util.Collection;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Records as they travel. The case of letters in their data stays. */
final class WireRecords {
    private static final int TYPE_CLASS_TTL_LENGTH = 10;

    private WireRecords() {}

    /** The same data in class IN with another owner and TTL. */
    static Record with(Record record, Name owner, long ttl) {
        return Record.newRecord(owner, record.getType(), DClass.IN, ttl, data(record));
    }

    static byte[] data(Record record) {
        byte[] wire = record.toWire(Section.ANSWER);
        int start = record.getName().length() + TYPE_CLASS_TTL_LENGTH;
        return Arrays.copyOfRange(wire, start, wire.length);
    }

    /** Owner, type and data are the same; class and TTL do not count. */
    static boolean sameData(Record one, Record other) {
        return one.getName().equals(other.getName())
                && one.getType() == other.getType()
                && Arrays.equals(one.rdataToWireCanonical(), other.rdataToWireCanonical());
    }

    /** Without data, as records of updates are that name a set and not its content. */
    static boolean isEmpty(Record record) {
        return record.rdataToWireCanonical().length == 0;
    }

    static long octets(Collection<Record> records) {
        return records.stream()
                .mapToLong(record -> record.toWire(Section.ANSWER).length)
                .sum();
    }
}
