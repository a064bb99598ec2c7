package io.breakwater.embedded.zone;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SetResponse;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/** One request in, one response out. Decides nothing about sockets. Safe for threads. */
final class Responder {
    private static final int PLAIN_UDP = 512;
    private static final int OUR_PAYLOAD = 1232;

    private final ZoneStore store;
    private final Map<Name, TSIG> keys;

    Responder(ZoneStore store, Map<Name, TSIG> keys) {
        this.store = store;
        this.keys = Map.copyOf(keys);
    }

    /** The response in wire form, or empty when the request deserves none (garbage, a response). */
    Optional<byte[]> respond(byte[] wire, boolean tcp) {
        Message request;
        try {
            request = new Message(wire);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (request.getHeader().getFlag(Flags.QR)) {
            return Optional.empty();
        }
        return Optional.of(respond(request, wire, tcp));
    }

    private byte[] respond(Message request, byte[] wire, boolean tcp) {
        Message response = new Message(request.getHeader().getID());
        Header header = response.getHeader();
        header.setOpcode(request.getHeader().getOpcode());
        header.setFlag(Flags.QR);
        if (request.getHeader().getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        request.getSection(Section.QUESTION).forEach(record -> response.addRecord(record, Section.QUESTION));

        TSIGRecord signature = request.getTSIG();
        TSIG key = signature == null ? null : keys.get(signature.getName());
        boolean verified = key != null && key.verify(request, wire, null) == Rcode.NOERROR;
        if (signature != null && !verified) {
            header.setRcode(Rcode.NOTAUTH);
        } else {
            answer(request, response, verified);
        }
        if (request.getOPT() != null) {
            response.addRecord(new OPTRecord(OUR_PAYLOAD, 0, 0), Section.ADDITIONAL);
        }
        if (verified) {
            response.setTSIG(key, Rcode.NOERROR, signature);
        }
        return response.toWire(tcp ? Message.MAXLENGTH : udpLimit(request));
    }

    private static int udpLimit(Message request) {
        OPTRecord opt = request.getOPT();
        return opt == null ? PLAIN_UDP : Math.max(PLAIN_UDP, Math.min(OUR_PAYLOAD, opt.getPayloadSize()));
    }

    private void answer(Message request, Message response, boolean verified) {
        switch (request.getHeader().getOpcode()) {
            case Opcode.QUERY -> query(request, response);
            case Opcode.UPDATE -> response.getHeader().setRcode(verified ? store.update(request) : Rcode.REFUSED);
            default -> response.getHeader().setRcode(Rcode.NOTIMP);
        }
    }

    private void query(Message request, Message response) {
        List<Record> questions = request.getSection(Section.QUESTION);
        if (questions.size() != 1) {
            response.getHeader().setRcode(Rcode.FORMERR);
            return;
        }
        Record question = questions.get(0);
        ZoneContent zone = store.content();
        if (!question.getName().subdomain(zone.origin())) {
            response.getHeader().setRcode(Rcode.REFUSED);
            return;
        }
        SetResponse found = zone.find(question.getName(), question.getType());
        if (found.isDelegation()) {
            add(found.getNS(), response, Section.AUTHORITY);
            return;
        }
        response.getHeader().setFlag(Flags.AA);
        if (found.isSuccessful()) {
            found.answers().forEach(set -> add(set, response, Section.ANSWER));
        } else if (found.isCNAME()) {
            response.addRecord(found.getCNAME(), Section.ANSWER);
        } else {
            response.getHeader().setRcode(found.isNXDOMAIN() ? Rcode.NXDOMAIN : Rcode.NOERROR);
            response.addRecord(negative(zone.soa()), Section.AUTHORITY);
        }
    }

    /** A denial may be kept for the smaller of the SOA's TTL and minimum (RFC 2308, section 3). */
    private static Record negative(SOARecord soa) {
        long ttl = Math.min(soa.getTTL(), soa.getMinimum());
        return Record.newRecord(soa.getName(), soa.getType(), soa.getDClass(), ttl, soa.rdataToWireCanonical());
    }

    private static void add(RRset set, Message response, int section) {
        set.rrs().forEach(record -> response.addRecord(record, section));
    }
}
