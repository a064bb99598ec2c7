package io.breakwater.watcher.notify;

import java.io.IOException;
import java.util.Locale;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.Type;

/** Reads what comes to the NOTIFY port, and answers it. Pure but for the clock of TSIG; never throws on what came from outside. */
final class NotifyMessages {
    private final TsigKeys keys;

    NotifyMessages(TsigKeys keys) {
        this.keys = keys;
    }

    /** What a message turned out to be. */
    sealed interface Reading {
        /** A NOTIFY that may be followed. Zone: lower case, no final dot. */
        record Accepted(String zone, Message message, TSIG key) implements Reading {}

        /** Not to be followed. The reply is null when none is due. */
        record Refused(Reason reason, byte[] reply) implements Reading {}
    }

    /** Why a message was refused; the label of a metric. */
    enum Reason {
        /** No DNS message. */
        MALFORMED,
        /** An answer, which nobody asked for. */
        NOT_A_REQUEST,
        /** Another operation. */
        NOT_NOTIFY,
        /** A NOTIFY, but not for the SOA of one zone. */
        BAD_QUESTION,
        UNSIGNED,
        UNKNOWN_KEY,
        BAD_SIGNATURE,
        BAD_TIME,
        /** No domain of ours is in that zone. */
        UNKNOWN_ZONE
    }

    Reading read(byte[] octets) {
        Message message;
        try {
            message = new Message(octets);
        } catch (IOException | RuntimeException e) {
            return new Reading.Refused(Reason.MALFORMED, null);
        }
        if (message.getHeader().getFlag(Flags.QR)) {
            return new Reading.Refused(Reason.NOT_A_REQUEST, null);
        }
        if (message.getHeader().getOpcode() != Opcode.NOTIFY) {
            return refused(message, Reason.NOT_NOTIFY, Rcode.NOTIMP);
        }
        Record question = message.getQuestion();
        if (message.getSection(Section.QUESTION).size() != 1
                || question.getType() != Type.SOA
                || question.getDClass() != DClass.IN) {
            return refused(message, Reason.BAD_QUESTION, Rcode.FORMERR);
        }
        return authenticate(message, octets, zone(question.getName()));
    }

    /** The answer to an accepted NOTIFY: signed when it was. */
    static byte[] acknowledge(Reading.Accepted accepted) {
        Message reply = reply(accepted.message(), Rcode.NOERROR);
        if (accepted.key() != null) {
            reply.setTSIG(accepted.key(), Rcode.NOERROR, accepted.message().getTSIG());
        }
        return reply.toWire(Message.MAXLENGTH);
    }

    /** The answer to a NOTIFY for a zone that is none of ours. */
    static Reading.Refused unknownZone(Reading.Accepted accepted) {
        Message reply = reply(accepted.message(), Rcode.NOTAUTH);
        if (accepted.key() != null) {
            reply.setTSIG(accepted.key(), Rcode.NOERROR, accepted.message().getTSIG());
        }
        return new Reading.Refused(Reason.UNKNOWN_ZONE, reply.toWire(Message.MAXLENGTH));
    }

    private Reading authenticate(Message message, byte[] octets, String zone) {
        TSIGRecord signature = message.getTSIG();
        if (signature == null) {
            return keys.isEmpty()
                    ? new Reading.Accepted(zone, message, null)
                    : refused(message, Reason.UNSIGNED, Rcode.REFUSED);
        }
        TSIG key = keys.named(signature.getName()).orElse(null);
        if (key == null) {
            return unauthenticated(message, signature, Reason.UNKNOWN_KEY, Rcode.BADKEY);
        }
        int error = verify(key, message, octets);
        if (error == Rcode.NOERROR) {
            return new Reading.Accepted(zone, message, key);
        }
        Reason reason = error == Rcode.BADTIME ? Reason.BAD_TIME : Reason.BAD_SIGNATURE;
        return unauthenticated(message, signature, reason, error);
    }

    private static int verify(TSIG key, Message message, byte[] octets) {
        try {
            return key.verify(message, octets, null);
        } catch (RuntimeException e) {
            return Rcode.FORMERR; // dnsjava throws on a signature record whose lengths lie
        }
    }

    /** RFC 8945, section 5.2: NOTAUTH with a signature record that is not signed and names the error. */
    private static Reading unauthenticated(Message message, TSIGRecord signature, Reason reason, int error) {
        Message reply = reply(message, Rcode.NOTAUTH);
        reply.addRecord(
                new TSIGRecord(
                        signature.getName(),
                        DClass.ANY,
                        0,
                        signature.getAlgorithm(),
                        signature.getTimeSigned(),
                        signature.getFudge(),
                        new byte[0],
                        message.getHeader().getID(),
                        error,
                        new byte[0]),
                Section.ADDITIONAL);
        return new Reading.Refused(reason, reply.toWire(Message.MAXLENGTH));
    }

    private static Reading refused(Message message, Reason reason, int rcode) {
        return new Reading.Refused(reason, reply(message, rcode).toWire(Message.MAXLENGTH));
    }

    private static Message reply(Message message, int rcode) {
        Message reply = new Message(message.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setOpcode(message.getHeader().getOpcode());
        if (rcode == Rcode.NOERROR) {
            reply.getHeader().setFlag(Flags.AA);
        }
        reply.getHeader().setRcode(rcode);
        if (message.getQuestion() != null) {
            reply.addRecord(message.getQuestion(), Section.QUESTION);
        }
        return reply;
    }

    private static String zone(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}
