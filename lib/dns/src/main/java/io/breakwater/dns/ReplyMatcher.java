package io.breakwater.dns;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/**
 * Tells the answer to a query from whatever else arrives (RFC 5452, section 9.1). What is no answer to it says nothing about it, and
 * is waited past. The sizes are checked before anything is decoded. Immutable.
 *
 * @param maxRecords in an answer
 */
record ReplyMatcher(Message query, int maxRecords) {

    /** What a message is to the query. */
    sealed interface Match {
        record Answer(Message message) implements Match {}

        /** @param why for people */
        record Other(String why) implements Match {}
    }

    /** @param wire the message, from its position to its limit */
    Match match(ByteBuffer wire) {
        if (wire.remaining() < Header.LENGTH) {
            return new Match.Other("it is shorter than a DNS header");
        }
        int start = wire.position();
        if ((wire.getShort(start) & 0xFFFF) != query.getHeader().getID()) {
            return new Match.Other("another query's id");
        }
        int records = 0;
        for (int count = start + 6; count < start + Header.LENGTH; count += 2) {
            records += wire.getShort(count) & 0xFFFF;
        }
        if (records > maxRecords) {
            return new Match.Other("it has more than " + maxRecords + " records");
        }
        byte[] octets = new byte[wire.remaining()];
        wire.get(start, octets);
        try {
            return match(new Message(octets), wire.getShort(start + 4) & 0xFFFF);
        } catch (IOException | RuntimeException e) { // dnsjava's records throw both when their data make no sense
            return new Match.Other("it is no DNS message");
        }
    }

    private Match match(Message message, int questions) {
        Header header = message.getHeader();
        if (!header.getFlag(Flags.QR) || header.getOpcode() != Opcode.QUERY) {
            return new Match.Other("not an answer to a query");
        }
        if (questions == 0 ? !isError(message) : questions > 1 || !isSame(message.getQuestion())) {
            return new Match.Other("another question");
        }
        return new Match.Answer(message);
    }

    /** Who does not understand a query may answer without its question. */
    private static boolean isError(Message message) {
        return message.getRcode() != Rcode.NOERROR && message.getRcode() != Rcode.NXDOMAIN;
    }

    private boolean isSame(Record answered) {
        Record asked = query.getQuestion();
        return answered != null
                && asked.getName().equals(answered.getName())
                && asked.getType() == answered.getType()
                && asked.getDClass() == answered.getDClass();
    }
}
