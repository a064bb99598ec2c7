package io.breakwater.embedded.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What a dynamic update does to a zone (RFC 2136, sections 3.1 to 3.4). A pure function: all of it happens or nothing. */
final class DynamicUpdate {
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

    static Outcome apply(ZoneContent before, Message update) {
        int rcode = new DynamicUpdate(before).check(update);
        if (rcode != Rcode.NOERROR) {
            return new Outcome(rcode, before);
        }
        return new DynamicUpdate(before).execute(update.getSection(Section.UPDATE));
    }

    private int check(Message update) {
        List<Record> zones = update.getSection(Section.ZONE);
        if (zones.size() != 1 || zones.get(0).getType() != Type.SOA) {
            return Rcode.FORMERR;
        }
        if (!zones.get(0).getName().equals(before.origin())) {
            return Rcode.NOTAUTH;
        }
        for (Record record : update.getSection(Section.UPDATE)) {
            if (!record.getName().subdomain(before.origin())) {
                return Rcode.NOTZONE;
            }
        }
        return checkPrerequisites(update.getSection(Section.PREREQ));
    }

    private int checkPrerequisites(List<Record> prerequisites) {
        List<Record> values = new ArrayList<>();
        for (Record wanted : prerequisites) {
            boolean there = !before.exactly(wanted.getName(), wanted.getType()).isEmpty();
            boolean anyType = wanted.getType() == Type.ANY;
            if (!wanted.getName().subdomain(before.origin())) {
                return Rcode.NOTZONE;
            } else if (wanted.getDClass() == DClass.ANY && !there) {
                return anyType ? Rcode.NXDOMAIN : Rcode.NXRRSET;
            } else if (wanted.getDClass() == DClass.NONE && there) {
                return anyType ? Rcode.YXDOMAIN : Rcode.YXRRSET;
            } else if (wanted.getDClass() == DClass.IN) {
                values.add(wanted);
            }
        }
        return values.stream().allMatch(value -> sameSet(value, values)) ? Rcode.NOERROR : Rcode.NXRRSET;
    }

    private boolean sameSet(Record one, List<Record> values) {
        Set<String> wanted = values.stream()
                .filter(value -> value.getName().equals(one.getName()) && value.getType() == one.getType())
                .map(Record::rdataToString)
                .collect(Collectors.toSet());
        Set<String> there = before.exactly(one.getName(), one.getType()).stream()
                .map(Record::rdataToString)
                .collect(Collectors.toSet());
        return wanted.equals(there);
    }

    private Outcome execute(List<Record> changes) {
        for (Record change : changes) {
            switch (change.getDClass()) {
                case DClass.IN -> add(change);
                case DClass.ANY -> deleteSet(change.getName(), change.getType());
                case DClass.NONE -> records.removeIf(record -> sameData(record, change) && !kept(record));
                default -> {
                    return new Outcome(Rcode.FORMERR, before);
                }
            }
        }
        boolean same = new HashSet<>(records).equals(new HashSet<>(before.records()));
        return new Outcome(Rcode.NOERROR, same ? before : before.changedTo(records));
    }

    private void add(Record change) {
        boolean alias = change.getType() == Type.CNAME;
        boolean clash = records.stream()
                .anyMatch(record ->
                        record.getName().equals(change.getName()) && alias != (record.getType() == Type.CNAME));
        if (change.getType() == Type.SOA || clash) {
            return; // the serial is ours; what clashes with an alias is ignored (section 3.4.2.2)
        }
        List<Record> set = new ArrayList<>();
        for (Record record : records) {
            if (record.getName().equals(change.getName()) && record.getType() == change.getType()) {
                set.add(record);
            }
        }
        records.removeAll(set);
        set.removeIf(record -> alias || sameData(record, change));
        set.add(change);
        for (Record record : set) { // one TTL for the whole set
            records.add(Record.newRecord(
                    record.getName(), record.getType(), DClass.IN, change.getTTL(), record.rdataToWireCanonical()));
        }
    }

    private void deleteSet(Name name, int type) {
        records.removeIf(record ->
                record.getName().equals(name) && (type == Type.ANY || record.getType() == type) && !kept(record));
    }

    /** The apex keeps its SOA and NS records. */
    private boolean kept(Record record) {
        return record.getName().equals(before.origin())
                && (record.getType() == Type.SOA || record.getType() == Type.NS);
    }

    private static boolean sameData(Record one, Record other) {
        return one.getName().equals(other.getName())
                && one.getType() == other.getType()
                && Arrays.equals(one.rdataToWireCanonical(), other.rdataToWireCanonical());
    }
}
