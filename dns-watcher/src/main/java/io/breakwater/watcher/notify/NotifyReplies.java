package io.breakwater.watcher.notify;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/**
 * Answers as a name server gives them. Each is hardly longer than what it answers, so that nobody's traffic grows here. Pure but for the
 * clock of TSIG.
 */
final class NotifyReplies {
    /** What this port takes and gives over UDP: no answer comes near it. */
    private static final int PAYLOAD = 1232;

    private static final int HEADER = 12;
    private static final int QR = 0x80;
    private static final int OPCODE = 0x78;
    private static final int RD = 0x01;

    private NotifyReplies() {}

    /** The header of a request that cannot be read, with an error; null for what has none, or is an answer. */
    static byte[] toUnreadable(byte[] octets, int rcode) {
        if (octets.length < HEADER || isAnswer(octets)) {
            return null;
        }
        byte[] reply = new byte[HEADER];
        reply[0] = octets[0];
        reply[1] = octets[1];
        reply[2] = (byte) (QR | octets[2] & (OPCODE | RD));
        reply[3] = (byte) rcode;
        return reply;
    }

    static boolean isAnswer(byte[] octets) {
        return (octets[2] & QR) != 0;
    }

    static int opcode(byte[] octets) {
        return (octets[2] & OPCODE) >> 3;
    }

    /** Unsigned. */
    static byte[] plain(Message request, int rcode) {
        return reply(request, rcode).toWire(PAYLOAD);
    }

    /** Signed with the request's key, when it has one. */
    static byte[] signed(Message request, TSIG key, int rcode) {
        Message reply = reply(request, rcode);
        if (key != null) {
            reply.setTSIG(key, Rcode.NOERROR, request.getTSIG());
        }
        return reply.toWire(PAYLOAD);
    }

    /** RFC 8945, section 5.2.3: NOTAUTH, signed, with the time of the request and, in the other data, that of this server. */
    static byte[] badTime(Message request, TSIG key) {
        Message reply = reply(request, Rcode.NOTAUTH);
        reply.setTSIG(key, Rcode.BADTIME, request.getTSIG());
        return reply.toWire(PAYLOAD);
    }

    /** RFC 8945, sections 5.2.1 and 5.2.2: NOTAUTH with a signature record that names the error and has no signature. */
    static byte[] unauthenticated(Message request, int error) {
        TSIGRecord signature = request.getTSIG();
        Message reply = reply(request, Rcode.NOTAUTH);
        reply.addRecord(
                new TSIGRecord(
                        signature.getName(),
                        DClass.ANY,
                        0,
                        signature.getAlgorithm(),
                        signature.getTimeSigned(),
                        signature.getFudge(),
                        new byte[0],
                        request.getHeader().getID(),
                        error,
                        new byte[0]),
                Section.ADDITIONAL);
        return reply.toWire(PAYLOAD);
    }

    /** RFC 6891, section 6.1.1: what has an OPT record gets one, of version 0. */
    private static Message reply(Message request, int rcode) {
        Message reply = new Message(request.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setOpcode(request.getHeader().getOpcode());
        if (request.getHeader().getFlag(Flags.RD)) {
            reply.getHeader().setFlag(Flags.RD);
        }
        if (rcode == Rcode.NOERROR && request.getHeader().getOpcode() == Opcode.NOTIFY) {
            reply.getHeader().setFlag(Flags.AA);
        }
        reply.getHeader().setRcode(rcode & 0xF);
        if (request.getSection(Section.QUESTION).size() == 1) {
            reply.addRecord(request.getQuestion(), Section.QUESTION);
        }
        if (request.getOPT() != null) {
            reply.addRecord(new OPTRecord(PAYLOAD, rcode >> 4, 0), Section.ADDITIONAL);
        }
        return reply;
    }
}
