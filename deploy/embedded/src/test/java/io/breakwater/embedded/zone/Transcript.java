package io.breakwater.embedded.zone;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/**
 * What a server says to the lines of a script: {@code ? name type} asks; {@code > part | part} updates, each part being {@code P} or
 * {@code U} (prerequisite, update), class, TTL, owner, type and perhaps data; the answer tells the zone's differences.
 */
final class Transcript {
    private final Peer peer;
    private final Name origin;

    Transcript(Peer peer) throws IOException {
        this.peer = peer;
        this.origin = Name.fromString(Peer.ORIGIN + ".");
    }

    List<String> of(List<String> script) throws IOException, ZoneTransferException {
        List<String> lines = new ArrayList<>();
        for (String line : script) {
            if (line.startsWith("=")) {
                continue;
            }
            lines.add(line);
            if (line.startsWith("?")) {
                lines.add("= " + asked(line.substring(1).strip().split(" +")));
            } else if (line.startsWith(">")) {
                lines.add("= " + updated(line.substring(1)));
            }
        }
        return lines;
    }

    private String asked(String[] words) throws IOException {
        Message query = Message.newQuery(Record.newRecord(
                Name.fromString(words[0], origin),
                words[1].matches("\\d+") ? Integer.parseInt(words[1]) : Type.value(words[1]),
                words.length > 2 ? DClass.value(words[2]) : DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        Message answer = resolver().send(query);
        return Rcode.string(answer.getRcode())
                + (answer.getHeader().getFlag(Flags.AA) ? " aa" : "")
                + section(answer, Section.ANSWER)
                + section(answer, Section.AUTHORITY);
    }

    private static String section(Message answer, int section) {
        TreeSet<String> records = new TreeSet<>();
        answer.getSection(section).forEach(record -> records.add(text(record)));
        return records.isEmpty() ? "" : " " + Section.string(section) + records;
    }

    /** Owners without case: a server may give them as they were asked for. */
    private static String text(Record record) {
        String data = record instanceof SOARecord soa ? "minimum " + soa.getMinimum() : record.rdataToString();
        return record.getName().toString().toLowerCase(Locale.ROOT) + " " + record.getTTL() + " "
                + Type.string(record.getType()) + " " + data;
    }

    private String updated(String parts) throws IOException, ZoneTransferException {
        Message update = Message.newUpdate(origin);
        for (String part : parts.split("\\|")) {
            String[] words = part.strip().split(" +", 6);
            if (words[0].equals("Z")) {
                update.removeAllRecords(Section.ZONE);
                update.addRecord(
                        Record.newRecord(
                                Name.fromString(words[3], origin), Type.value(words[4]), DClass.value(words[1])),
                        Section.ZONE);
            } else {
                update.addRecord(record(words), words[0].equals("P") ? Section.PREREQ : Section.UPDATE);
            }
        }
        List<Record> before = zone();
        SimpleResolver resolver = resolver();
        resolver.setTSIGKey(peer.key().tsig());
        Message answer = resolver.send(update);
        return Rcode.string(answer.getRcode()) + difference(before, zone());
    }

    private Record record(String[] words) throws IOException {
        Name owner = Name.fromString(words[3], origin);
        int type = words[4].matches("\\d+") ? Integer.parseInt(words[4]) : Type.value(words[4]);
        int dclass = DClass.value(words[1]);
        long ttl = Long.parseLong(words[2]);
        if (words.length < 6) {
            return Record.newRecord(owner, type, dclass, ttl);
        }
        Record data = Record.fromString(owner, type, DClass.IN, ttl, words[5], origin);
        return Record.newRecord(owner, type, dclass, ttl, WireRecords.data(data));
    }

    private static String difference(List<Record> before, List<Record> after) {
        TreeSet<String> old = new TreeSet<>();
        TreeSet<String> now = new TreeSet<>();
        before.forEach(record -> old.add(text(record)));
        after.forEach(record -> now.add(text(record)));
        StringBuilder text = new StringBuilder();
        old.stream()
                .filter(line -> !now.contains(line))
                .forEach(line -> text.append(" -").append(line).append(';'));
        now.stream()
                .filter(line -> !old.contains(line))
                .forEach(line -> text.append(" +").append(line).append(';'));
        long step = serial(after) - serial(before);
        return text + (step == 0 ? "" : " serial+" + step);
    }

    private static long serial(List<Record> zone) {
        return ((SOARecord) zone.get(0)).getSerial();
    }

    private List<Record> zone() throws IOException, ZoneTransferException {
        return transferred(peer.key().tsig());
    }

    List<Record> transferred(TSIG key) throws IOException, ZoneTransferException {
        ZoneTransferIn transfer = ZoneTransferIn.newAXFR(origin, peer.address(), key);
        transfer.run();
        return transfer.getAXFR();
    }

    SimpleResolver resolver() {
        SimpleResolver resolver = new SimpleResolver(peer.address());
        resolver.setTimeout(Duration.ofSeconds(5));
        return resolver;
    }
}
