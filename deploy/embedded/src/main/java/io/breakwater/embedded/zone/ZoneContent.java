package io.breakwater.embedded.zone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Serial;
import org.xbill.DNS.Type;

/** All records of a zone at one serial number. Immutable: a change makes a new one. */
final class ZoneContent {
    private final Name origin;
    private final List<Record> records;
    private final Map<Name, List<Record>> nodes = new HashMap<>();
    /** All names that exist: owners, and what lies between them and the origin (RFC 4592, section 2.2.2). */
    private final Set<Name> names = new HashSet<>();

    private final SOARecord soa;

    private ZoneContent(Name origin, List<Record> all) throws IOException {
        this.origin = origin;
        Set<Record> inside = new LinkedHashSet<>(all);
        inside.removeIf(record -> !record.getName().subdomain(origin));
        this.records = List.copyOf(inside);
        for (Record record : records) {
            nodes.computeIfAbsent(record.getName(), name -> new ArrayList<>()).add(record);
        }
        for (Name owner : nodes.keySet()) {
            for (Name name = owner; names.add(name) && !name.equals(origin); ) {
                name = new Name(name, 1);
            }
        }
        List<Record> starts = exactly(origin, Type.SOA);
        if (starts.size() != 1 || exactly(origin, Type.NS).isEmpty()) {
            throw new IOException("the zone " + origin + " needs one SOA record and NS records");
        }
        this.soa = (SOARecord) starts.get(0);
    }

    /** @throws IOException when the SOA or the NS records are missing */
    static ZoneContent of(Name origin, List<Record> records) throws IOException {
        return new ZoneContent(origin, records);
    }

    /** Reads a master file. */
    static ZoneContent read(Name origin, Master master) throws IOException {
        List<Record> records = new ArrayList<>();
        for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
            records.add(record);
        }
        return new ZoneContent(origin, records);
    }

    /**
     * The same zone with other records, and the next serial number unless they bring a higher one.
     *
     * @throws IOException when the SOA or the NS records are missing
     */
    ZoneContent changedTo(List<Record> changed) throws IOException {
        SOARecord next = soa;
        List<Record> all = new ArrayList<>();
        for (Record record : changed) {
            if (!(record instanceof SOARecord given)) {
                all.add(record);
            } else if (given.getName().equals(origin)) {
                next = given;
            }
        }
        all.add(0, Serial.compare(next.getSerial(), soa.getSerial()) > 0 ? next : withNextSerial(next));
        return new ZoneContent(origin, all);
    }

    private SOARecord withNextSerial(SOARecord given) {
        return new SOARecord(
                given.getName(),
                given.getDClass(),
                given.getTTL(),
                given.getHost(),
                given.getAdmin(),
                Serial.increment(soa.getSerial()),
                given.getRefresh(),
                given.getRetry(),
                given.getExpire(),
                given.getMinimum());
    }

    Name origin() {
        return origin;
    }

    List<Record> records() {
        return records;
    }

    SOARecord soa() {
        return soa;
    }

    /** Whether there are records at the name or below it. */
    boolean exists(Name name) {
        return names.contains(name);
    }

    List<Record> at(Name name) {
        return nodes.getOrDefault(name, List.of());
    }

    List<Record> exactly(Name name, int type) {
        return at(name).stream()
                .filter(record -> type == Type.ANY || record.getType() == type)
                .toList();
    }

    String masterFile() {
        StringBuilder text = new StringBuilder();
        records.forEach(record -> text.append(record).append('\n'));
        return text.toString();
    }
}
