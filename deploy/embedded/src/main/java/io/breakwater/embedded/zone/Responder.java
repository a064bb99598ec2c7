package io.breakwater.embedded.zone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;

/** One request in, its responses out. Decides nothing about sockets. Safe for threads. */
final class Responder {
    private static final int PLAIN_UDP = 512;
    private static final int OUR_PAYLOAD = 1232;

    private final ZoneStore store;
    private final Signatures signatures;

    Responder(ZoneStore store, Signatures signatures) {
        this.store = store;
        this.signatures = signatures;
    }

    /** The responses in wire form: one, several for a transfer, none when the request deserves none (a response, a fragment). */
    List<byte[]> respond(byte[] wire, boolean tcp) {
        if (wire.length < Header.LENGTH) {
            return List.of();
        }
        Message request;
        try {
            Header header = new Header(wire);
            if (header.getFlag(Flags.QR)) {
                return List.of();
            }
            request = parse(wire);
            if (request == null) {
                Message malformed = response(header);
                malformed.getHeader().setRcode(Rcode.FORMERR);
                return List.of(malformed.toWire());
            }
        } catch (IOException e) {
            return List.of();
        }
        return respond(request, wire, tcp);
    }

    /** Null when it cannot be read; dnsjava's records throw exceptions of both kinds. */
    private static Message parse(byte[] wire) {
        try {
            Message request = new Message(wire);
            long options = request.getSection(Section.ADDITIONAL).stream()
                    .filter(OPTRecord.class::isInstance)
                    .count();
            return options > 1 ? null : request;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static Message response(Header request) {
        Message response = new Message(request.getID());
        Header header = response.getHeader();
        header.setOpcode(request.getOpcode());
        header.setFlag(Flags.QR);
        if (request.getOpcode() == Opcode.QUERY && request.getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        return response;
    }

    private List<byte[]> respond(Message request, byte[] wire, boolean tcp) {
        Message response = response(request.getHeader());
        request.getSection(Section.QUESTION).forEach(record -> response.addRecord(record, Section.QUESTION));
        OPTRecord opt = request.getOPT();
        Signatures.Checked checked = signatures.check(request, wire);
        int extended = 0;
        if (opt != null && opt.getVersion() > 0) {
            extended = Rcode.BADVERS >> 4;
        } else if (!checked.isGood()) {
            Signatures.refuse(checked, response);
        } else if (isTransfer(request)) {
            Transfer.Reading transfer = checked.isSigned()
                    ? Transfer.read(store.state(), request, tcp)
                    : new Transfer.Reading(Rcode.REFUSED, List.of());
            if (transfer.rcode() == Rcode.NOERROR) {
                return signed(Transfer.messages(request, transfer.records()), checked);
            }
            response.getHeader().setRcode(transfer.rcode());
        } else {
            answer(request, response, checked.isSigned());
        }
        if (opt != null) {
            int dnssecOk = opt.getFlags() & ExtendedFlags.DO;
            response.addRecord(new OPTRecord(OUR_PAYLOAD, extended, 0, dnssecOk), Section.ADDITIONAL);
        }
        Signatures.sign(checked, response);
        return List.of(response.toWire(tcp ? Message.MAXLENGTH : udpLimit(opt)));
    }

    private static boolean isTransfer(Message request) {
        List<Record> questions = request.getSection(Section.QUESTION);
        return request.getHeader().getOpcode() == Opcode.QUERY
                && questions.size() == 1
                && Transfer.isTransfer(questions.get(0).getType());
    }

    private static List<byte[]> signed(List<Message> messages, Signatures.Checked checked) {
        TSIG.StreamGenerator signing = new TSIG.StreamGenerator(checked.key(), checked.signature());
        List<byte[]> wires = new ArrayList<>();
        for (Message message : messages) {
            signing.generate(message);
            wires.add(message.toWire(Message.MAXLENGTH));
        }
        return wires;
    }

    private static int udpLimit(OPTRecord opt) {
        return opt == null ? PLAIN_UDP : Math.max(PLAIN_UDP, Math.min(OUR_PAYLOAD, opt.getPayloadSize()));
    }

    private void answer(Message request, Message response, boolean signed) {
        switch (request.getHeader().getOpcode()) {
            case Opcode.QUERY -> query(request, response);
            case Opcode.UPDATE -> response.getHeader().setRcode(update(request, signed));
            default -> response.getHeader().setRcode(Rcode.NOTIMP);
        }
    }

    private int update(Message request, boolean signed) {
        int rcode = DynamicUpdate.checkZone(store.content(), request);
        if (rcode != Rcode.NOERROR) {
            return rcode;
        }
        return signed ? store.update(request) : Rcode.REFUSED;
    }

    private void query(Message request, Message response) {
        List<Record> questions = request.getSection(Section.QUESTION);
        int type = questions.size() == 1 ? questions.get(0).getType() : 0;
        if (questions.size() != 1 || type == Type.OPT || type == Type.TSIG) {
            response.getHeader().setRcode(Rcode.FORMERR);
        } else if (type == Type.MAILA || type == Type.MAILB || type == Type.TKEY) {
            response.getHeader().setRcode(Rcode.NOTIMP);
        } else if (questions.get(0).getDClass() != DClass.IN
                || !questions.get(0).getName().subdomain(store.content().origin())) {
            response.getHeader().setRcode(Rcode.REFUSED);
        } else {
            QueryAnswer.write(store.content(), questions.get(0).getName(), type, response);
        }
    }
}
