package io.breakwater.embedded.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Serial;
import org.xbill.DNS.Type;

/** What a transfer of the zone sends: all of it (AXFR, RFC 5936), or what changed since a serial number (IXFR, RFC 1995). */
final class Transfer {
    /** Small messages are compressed well and leave room for their signature. */
    private static final int OCTETS_OF_A_MESSAGE = 16_000;

    private Transfer() {}

    static boolean isTransfer(int type) {
        return type == Type.AXFR || type == Type.IXFR;
    }

    /** The records in the order of the transfer, or the response code of a request that has none. */
    record Reading(int rcode, List<Record> records) {}

    static Reading read(ZoneStore.State state, Message request, boolean tcp) {
        ZoneContent zone = state.content();
        Record question = request.getQuestion();
        if (!question.getName().equals(zone.origin())) {
            return new Reading(Rcode.NOTAUTH, List.of());
        }
        if (question.getType() == Type.AXFR) {
            return tcp ? new Reading(Rcode.NOERROR, whole(zone)) : new Reading(Rcode.FORMERR, List.of());
        }
        Optional<SOARecord> has = request.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .filter(soa -> soa.getName().equals(zone.origin()))
                .findFirst();
        if (has.isEmpty()) {
            return new Reading(Rcode.FORMERR, List.of());
        }
        boolean current = Serial.compare(has.get().getSerial(), zone.soa().getSerial()) >= 0;
        if (current || !tcp) { // over UDP: the SOA, so that the client comes over TCP (RFC 1995, section 2)
            return new Reading(Rcode.NOERROR, List.of(zone.soa()));
        }
        return new Reading(
                Rcode.NOERROR,
                state.journal()
                        .since(has.get().getSerial())
                        .map(changes -> changed(zone, changes))
                        .orElseGet(() -> whole(zone)));
    }

    private static List<Record> whole(ZoneContent zone) {
        List<Record> all = new ArrayList<>();
        all.add(zone.soa());
        zone.records().stream().filter(record -> record.getType() != Type.SOA).forEach(all::add);
        all.add(zone.soa());
        return all;
    }

    private static List<Record> changed(ZoneContent zone, List<Journal.Change> changes) {
        List<Record> all = new ArrayList<>();
        all.add(zone.soa());
        for (Journal.Change change : changes) {
            all.add(change.from());
            all.addAll(change.removed());
            all.add(change.to());
            all.addAll(change.added());
        }
        all.add(zone.soa());
        return all;
    }

    /** The same records as messages; the first one has the question. */
    static List<Message> messages(Message request, List<Record> records) {
        List<Message> messages = new ArrayList<>();
        Message message = null;
        int octets = 0;
        for (Record record : records) {
            int size = record.toWire(Section.ANSWER).length;
            if (message == null || octets + size > OCTETS_OF_A_MESSAGE) {
                message = message(request, messages.isEmpty());
                messages.add(message);
                octets = 0;
            }
            message.addRecord(record, Section.ANSWER);
            octets += size;
        }
        return messages;
    }

    private static Message message(Message request, boolean first) {
        Message message = new Message(request.getHeader().getID());
        message.getHeader().setFlag(Flags.QR);
        message.getHeader().setFlag(Flags.AA);
        if (first) {
            message.addRecord(request.getQuestion(), Section.QUESTION);
        }
        return message;
    }
}
