package io.breakwater.watcher.notify;

import java.io.IOException;
import java.util.Locale;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.Type;

/**
 * Reads what comes to the NOTIFY port, and answers it as a name server does: RFC 1996, 6891 and 8945. Pure but for the clock of TSIG; never
 * throws on what came from outside.
 */
final class NotifyMessages {
    /** A signed NOTIFY needs less than 1,000 octets. */
    static final int MOST_OCTETS = 4096;

    private static final int HEADER = 12;

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
        /** More than may be looked at. */
        OVERLOAD,
        /** No DNS message. */
        MALFORMED,
        /** An answer, which nobody asked for. */
        NOT_A_REQUEST,
        /** Another operation. */
        NOT_NOTIFY,
        /** A NOTIFY, but not for the SOA of one zone. */
        BAD_QUESTION,
        /** A version of EDNS that is not ours. */
        BAD_VERSION,
        UNSIGNED,
        UNKNOWN_KEY,
        BAD_SIGNATURE,
        BAD_TIME,
        /** No domain of ours is in that zone. */
        UNKNOWN_ZONE
    }

    Reading read(byte[] octets) {
        if (octets.length < HEADER || octets.length > MOST_OCTETS) {
            return new Reading.Refused(Reason.MALFORMED, null);
        }
        if (NotifyReplies.isAnswer(octets)) {
            // never answered, so that no two of us go on for ever
            return new Reading.Refused(Reason.NOT_A_REQUEST, null);
        }
        if (NotifyReplies.opcode(octets) != Opcode.NOTIFY) {
            return new Reading.Refused(Reason.NOT_NOTIFY, notImplemented(octets));
        }
        try {
            return read(new Message(octets), octets);
        } catch (IOException | RuntimeException e) {
            return new Reading.Refused(Reason.MALFORMED, NotifyReplies.toUnreadable(octets, Rcode.FORMERR));
        }
    }

    /** The answer to an accepted NOTIFY: signed when it was. */
    static byte[] acknowledge(Reading.Accepted accepted) {
        return NotifyReplies.signed(accepted.message(), accepted.key(), Rcode.NOERROR);
    }

    /** The answer to a NOTIFY for a zone that is none of ours. */
    static Reading.Refused unknownZone(Reading.Accepted accepted) {
        return new Reading.Refused(
                Reason.UNKNOWN_ZONE, NotifyReplies.signed(accepted.message(), accepted.key(), Rcode.NOTAUTH));
    }

    private Reading read(Message message, byte[] octets) {
        OPTRecord edns = message.getOPT();
        if (message.getSection(Section.ADDITIONAL).stream()
                        .filter(OPTRecord.class::isInstance)
                        .count()
                > 1) {
            return refused(message, Reason.MALFORMED, Rcode.FORMERR);
        }
        if (edns != null && edns.getVersion() != 0) {
            return refused(message, Reason.BAD_VERSION, Rcode.BADVERS);
        }
        Record question = message.getQuestion();
        if (message.getSection(Section.QUESTION).size() != 1
                || question.getType() != Type.SOA
                || question.getDClass() != DClass.IN) {
            return refused(message, Reason.BAD_QUESTION, Rcode.FORMERR);
        }
        return authenticate(message, octets, zone(question.getName()));
    }

    private Reading authenticate(Message message, byte[] octets, String zone) {
        TSIGRecord signature = message.getTSIG();
        if (signature == null) {
            return keys.isEmpty()
                    ? new Reading.Accepted(zone, message, null)
                    : refused(message, Reason.UNSIGNED, Rcode.REFUSED);
        }
        TSIG key = keys.named(signature.getName()).orElse(null);
        int error = key == null ? Rcode.BADKEY : verify(key, message, octets);
        return switch (error) {
            case Rcode.NOERROR -> new Reading.Accepted(zone, message, key);
            case Rcode.BADTIME -> new Reading.Refused(Reason.BAD_TIME, NotifyReplies.badTime(message, key));
            case Rcode.FORMERR -> refused(message, Reason.BAD_SIGNATURE, Rcode.FORMERR);
            default ->
                new Reading.Refused(
                        error == Rcode.BADKEY ? Reason.UNKNOWN_KEY : Reason.BAD_SIGNATURE,
                        NotifyReplies.unauthenticated(message, error));
        };
    }

    private static int verify(TSIG key, Message message, byte[] octets) {
        try {
            return key.verify(message, octets, null);
        } catch (RuntimeException e) {
            return Rcode.FORMERR; // dnsjava throws on a signature record whose lengths lie
        }
    }

    private static byte[] notImplemented(byte[] octets) {
        try {
            return NotifyReplies.plain(new Message(octets), Rcode.NOTIMP);
        } catch (IOException | RuntimeException e) {
            return NotifyReplies.toUnreadable(octets, Rcode.NOTIMP);
        }
    }

    private static Reading refused(Message message, Reason reason, int rcode) {
        return new Reading.Refused(reason, NotifyReplies.plain(message, rcode));
    }

    private static String zone(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}
