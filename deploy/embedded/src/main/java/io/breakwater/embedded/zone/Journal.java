package io.breakwater.embedded.zone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/** The last changes of a zone, the oldest first, for incremental transfers. Immutable, bounded in number and octets. */
record Journal(List<Change> changes) {
    static final Journal EMPTY = new Journal(List.of());

    Journal {
        changes = List.copyOf(changes);
    }

    /** From one serial number to the next; without the SOA records among {@code removed} and {@code added}. */
    record Change(SOARecord from, List<Record> removed, SOARecord to, List<Record> added, long octets) {

        static Change between(ZoneContent before, ZoneContent after) {
            List<Record> removed = missing(before, after);
            List<Record> added = missing(after, before);
            return new Change(
                    before.soa(), removed, after.soa(), added, WireRecords.octets(removed) + WireRecords.octets(added));
        }

        /** What one has and the other has not, or with another TTL. */
        private static List<Record> missing(ZoneContent one, ZoneContent other) {
            Map<Record, Long> there = new HashMap<>();
            other.records().forEach(record -> there.put(record, record.getTTL()));
            return one.records().stream()
                    .filter(record -> record.getType() != Type.SOA)
                    .filter(record -> !Long.valueOf(record.getTTL()).equals(there.get(record)))
                    .toList();
        }
    }

    Journal with(Change change, ZoneLimits limits) {
        List<Change> kept = new ArrayList<>(changes);
        kept.add(change);
        long octets = kept.stream().mapToLong(Change::octets).sum();
        while (!kept.isEmpty() && (kept.size() > limits.maxChanges() || octets > limits.maxChangeOctets())) {
            octets -= kept.remove(0).octets();
        }
        return new Journal(kept);
    }

    /** The changes since a serial number, or empty when they are not known any more. */
    Optional<List<Change>> since(long serial) {
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).from().getSerial() == serial) {
                return Optional.of(changes.subList(i, changes.size()));
            }
        }
        return Optional.empty();
    }
}
