package io.breakwater.embedded.zone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Serial;
import org.xbill.DNS.Type;

/** What a dynamic update does to a zone (RFC 2136, section 3). Pure: all of it happens or nothing. */
final class DynamicUpdate {
    private static final int FIRST_META_TYPE = 128;
    private static final int LAST_META_TYPE = 255;

    private final ZoneContent before;
    private final List<Record> records;

    private DynamicUpdate(ZoneContent before) {
        this.before = before;
        this.records = new ArrayList<>(before.records());
    }

    /**
     * @param rcode what the sender is told
     * @param after the zone after it; the same object when nothing changed
     */
    record Outcome(int rcode, ZoneContent after) {}

    /** Whether the update is about this zone; else what its sender is told. */
    static int checkZone(ZoneContent zone, Message update) {
        List<Record> zones = update.getSection(Section.ZONE);
        if (zones.size() != 1 || zones.get(0).getType() != Type.SOA) {
            return Rcode.FORMERR;
        }
        boolean ours =
                zones.get(0).getDClass() == DClass.IN && zones.get(0).getName().equals(zone.origin());
        return ours ? Rcode.NOERROR : Rcode.NOTAUTH;
    }

    static Outcome apply(ZoneContent before, Message update, ZoneLimits limits) {
        int rcode = checkZone(before, update);
        if (rcode == Rcode.NOERROR) {
            rcode = Prerequisites.check(before, update.getSection(Section.PREREQ));
        }
        if (rcode == Rcode.NOERROR) {
            rcode = prescan(before, update.getSection(Section.UPDATE));
        }
        return rcode == Rcode.NOERROR
                ? new DynamicUpdate(before).execute(update.getSection(Section.UPDATE), limits)
                : new Outcome(rcode, before);
    }

    /** Types that no zone holds: QTYPEs, and those of the transport. */
    static boolean isMeta(int type) {
        return type >= FIRST_META_TYPE && type <= LAST_META_TYPE || type == Type.OPT || type == 0;
    }

    private static int prescan(ZoneContent zone, List<Record> changes) {
        for (Record change : changes) {
            if (!change.getName().subdomain(zone.origin())) {
                return Rcode.NOTZONE;
            }
            boolean empty = WireRecords.isEmpty(change);
            boolean meta = isMeta(change.getType());
            boolean good = switch (change.getDClass()) {
                case DClass.IN -> !meta && !empty;
                case DClass.ANY -> (!meta || change.getType() == Type.ANY) && empty && change.getTTL() == 0;
                case DClass.NONE -> !meta && change.getTTL() == 0;
                default -> false;
            };
            if (!good) {
                return Rcode.FORMERR;
            }
        }
        return Rcode.NOERROR;
    }

    private Outcome execute(List<Record> changes, ZoneLimits limits) {
        for (Record change : changes) {
            switch (change.getDClass()) {
                case DClass.IN -> add(change);
                case DClass.ANY -> deleteSet(change.getName(), change.getType());
                default -> delete(change);
            }
        }
        if (ttls(records).equals(ttls(before.records()))) {
            return new Outcome(Rcode.NOERROR, before);
        }
        if (records.size() > limits.maxRecords() || WireRecords.octets(records) > limits.maxOctets()) {
            return new Outcome(Rcode.REFUSED, before);
        }
        try {
            return new Outcome(Rcode.NOERROR, before.changedTo(records));
        } catch (IOException e) {
            return new Outcome(Rcode.SERVFAIL, before);
        }
    }

    private static Map<Record, Long> ttls(List<Record> records) {
        Map<Record, Long> ttls = new HashMap<>();
        records.forEach(record -> ttls.put(record, record.getTTL()));
        return ttls;
    }

    private void add(Record change) {
        if (change instanceof SOARecord soa) {
            replaceSoa(soa);
            return;
        }
        boolean alias = change.getType() == Type.CNAME;
        boolean clash = records.stream()
                .anyMatch(record ->
                        record.getName().equals(change.getName()) && alias != (record.getType() == Type.CNAME));
        if (clash) {
            return; // what clashes with an alias is ignored (section 3.4.2.2)
        }
        List<Record> set = new ArrayList<>();
        for (Record record : records) {
            if (record.getName().equals(change.getName()) && record.getType() == change.getType()) {
                set.add(record);
            }
        }
        records.removeAll(set);
        boolean single = alias || change.getType() == Type.DNAME;
        set.removeIf(record -> single || WireRecords.sameData(record, change));
        set.add(change);
        for (Record record : set) { // one TTL for the whole set
            records.add(WireRecords.with(record, record.getName(), change.getTTL()));
        }
    }

    private void replaceSoa(SOARecord soa) {
        SOARecord present = (SOARecord)
                records.stream().filter(SOARecord.class::isInstance).findFirst().orElse(before.soa());
        if (soa.getName().equals(before.origin()) && Serial.compare(soa.getSerial(), present.getSerial()) > 0) {
            records.remove(present);
            records.add(0, soa);
        }
    }

    /** The apex keeps its SOA and NS records. */
    private void deleteSet(Name name, int type) {
        records.removeIf(record -> record.getName().equals(name)
                && (type == Type.ANY || record.getType() == type)
                && !(name.equals(before.origin()) && (record.getType() == Type.SOA || record.getType() == Type.NS)));
    }

    /** Never the SOA, nor the last NS record of the apex. */
    private void delete(Record change) {
        boolean lastServer = change.getType() == Type.NS
                && change.getName().equals(before.origin())
                && records.stream()
                                .filter(record -> record.getType() == Type.NS
                                        && record.getName().equals(before.origin()))
                                .count()
                        == 1;
        if (change.getType() != Type.SOA && !lastServer) {
            records.removeIf(record -> WireRecords.sameData(record, change));
        }
    }
}
