package io.breakwater.embedded.zone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SetResponse;
import org.xbill.DNS.Type;
import org.xbill.DNS.Zone;

/** All records of a zone at one serial number. Immutable: a change makes a new one. */
final class ZoneContent {
    private final Name origin;
    private final List<Record> records;
    private final Zone zone;

    private ZoneContent(Name origin, List<Record> records) throws IOException {
        this.origin = origin;
        this.records = List.copyOf(records);
        this.zone = new Zone(origin, this.records.toArray(Record[]::new));
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

    /** The same zone with other records and the next serial number. */
    ZoneContent changedTo(List<Record> changed) {
        SOARecord old = soa();
        List<Record> next = new ArrayList<>(changed);
        next.removeIf(record -> record.getType() == Type.SOA);
        next.add(
                0,
                new SOARecord(
                        old.getName(),
                        old.getDClass(),
                        old.getTTL(),
                        old.getHost(),
                        old.getAdmin(),
                        (old.getSerial() + 1) & 0xFFFF_FFFFL,
                        old.getRefresh(),
                        old.getRetry(),
                        old.getExpire(),
                        old.getMinimum()));
        try {
            return new ZoneContent(origin, next);
        } catch (IOException e) {
            throw new UncheckedIOException("the zone lost its SOA or NS records", e);
        }
    }

    Name origin() {
        return origin;
    }

    List<Record> records() {
        return records;
    }

    SOARecord soa() {
        return zone.getSOA();
    }

    RRset nameServers() {
        return zone.getNS();
    }

    SetResponse find(Name name, int type) {
        return zone.findRecords(name, type);
    }

    List<Record> exactly(Name name, int type) {
        return records.stream()
                .filter(record -> record.getName().equals(name) && (type == Type.ANY || record.getType() == type))
                .toList();
    }

    String masterFile() {
        return zone.toMasterFile();
    }
}
