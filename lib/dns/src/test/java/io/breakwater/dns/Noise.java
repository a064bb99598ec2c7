package io.breakwater.dns;

import static io.breakwater.dns.ScriptedServer.answer;
import static io.breakwater.dns.ScriptedServer.name;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Datagrams that are no answer to a query, by name. All of them say {@code v=1;b=off} where they say anything. */
final class Noise {
    private Noise() {}

    static List<byte[]> of(String kind, Message query) {
        Message wrong = wrong(query);
        byte[] wire = wrong.toWire();
        return switch (kind) {
            case "wrong-id", "wrong-source" ->
                List.of(withId(wire, query.getHeader().getID() ^ 1));
            case "wrong-id-twenty-times" ->
                Collections.nCopies(20, withId(wire, query.getHeader().getID() ^ 1));
            case "another-query's-answer" -> List.of(withId(asking("a.example.test.", Type.A, query), 7));
            case "wrong-question" -> List.of(asking("other.example.test.", Type.TXT, query));
            case "wrong-type" -> List.of(asking("dr.example.test.", Type.A, query));
            case "two-questions" -> List.of(twoQuestions(wrong));
            case "no-question" -> List.of(withoutQuestion(wrong));
            case "empty" -> List.of(new byte[0]);
            case "header-of-zeros" -> List.of(new byte[Header.LENGTH]);
            case "one-octet" -> List.of(new byte[] {wire[0]});
            case "cut-in-the-header" -> List.of(Arrays.copyOf(wire, 7));
            case "cut-in-a-record" -> List.of(Arrays.copyOf(wire, wire.length - 5));
            case "garbage" -> List.of(garbage(300));
            case "garbage-with-the-id" ->
                List.of(withId(garbage(300), query.getHeader().getID()));
            case "the-query-itself" -> List.of(query.toWire());
            case "a-notify" -> List.of(notify(wrong));
            case "more-records-than-there-are" -> List.of(withCount(wire, 900));
            case "a-circle-of-compression" -> List.of(circle(wire));
            default -> throw new IllegalArgumentException("no such noise: " + kind);
        };
    }

    static byte[] withCount(byte[] wire, int answers) {
        byte[] changed = wire.clone();
        ByteBuffer.wrap(changed).putShort(6, (short) answers);
        return changed;
    }

    private static Message wrong(Message query) {
        return answer(query, new TXTRecord(name("dr.example.test."), DClass.IN, 30, "v=1;b=off"));
    }

    private static byte[] asking(String name, int type, Message query) {
        Message other = Message.newQuery(Record.newRecord(name(name), type, DClass.IN));
        other.getHeader().setID(query.getHeader().getID());
        return wrong(other).toWire();
    }

    private static byte[] twoQuestions(Message wrong) {
        wrong.addRecord(Record.newRecord(name("b.example.test."), Type.TXT, DClass.IN), Section.QUESTION);
        return wrong.toWire();
    }

    private static byte[] withoutQuestion(Message wrong) {
        wrong.removeAllRecords(Section.QUESTION);
        return wrong.toWire();
    }

    private static byte[] notify(Message wrong) {
        wrong.getHeader().setOpcode(Opcode.NOTIFY);
        return wrong.toWire();
    }

    private static byte[] garbage(int size) {
        byte[] garbage = new byte[size];
        new Random(1).nextBytes(garbage);
        return garbage;
    }

    private static byte[] withId(byte[] wire, int id) {
        byte[] changed = wire.clone();
        ByteBuffer.wrap(changed).putShort(0, (short) id);
        return changed;
    }

    /** The question's name points at itself. */
    private static byte[] circle(byte[] wire) {
        byte[] changed = wire.clone();
        changed[Header.LENGTH] = (byte) 0xC0;
        changed[Header.LENGTH + 1] = Header.LENGTH;
        return changed;
    }
}
