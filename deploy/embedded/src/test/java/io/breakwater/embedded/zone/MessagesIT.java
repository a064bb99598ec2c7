package io.breakwater.embedded.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

@DisplayName("Messages, EDNS, truncation and TCP, by ours and by BIND")
class MessagesIT {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void anotherVersionOfEdnsIsBadVers(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            Message query = query("target", Type.TXT);
            query.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);

            Message response = udp(peer, query);

            assertThat(response.getRcode()).isEqualTo(Rcode.BADVERS);
            assertThat(response.getOPT().getVersion()).isZero();
            assertThat(response.getSection(Section.ANSWER)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDnssecFlagComesBack(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            Message query = query("target", Type.TXT);
            query.addRecord(new OPTRecord(1232, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);

            assertThat(udp(peer, query).getOPT().getFlags()).isEqualTo(ExtendedFlags.DO);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReadIsAFormatError(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            byte[] whole = query("target", Type.TXT).toWire();
            Message twoOptions = query("target", Type.TXT);
            twoOptions.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
            byte[] twice = twoOptions.toWire();
            byte[] doubled = Arrays.copyOf(twice, twice.length + 11);
            System.arraycopy(twice, twice.length - 11, doubled, twice.length, 11);
            ByteBuffer.wrap(doubled).putShort(10, (short) 2);
            Message without = new Message(7);

            for (byte[] malformed : new byte[][] {Arrays.copyOf(whole, whole.length - 3), doubled, without.toWire()}) {
                Message response = new Message(Wire.overUdp(peer.address(), malformed));
                assertThat(response.getRcode()).isEqualTo(Rcode.FORMERR);
                assertThat(response.getHeader().getID())
                        .isEqualTo(ByteBuffer.wrap(malformed).getShort(0) & 0xFFFF);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownOperationIsNotImplemented(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            Message query = query("target", Type.TXT);
            query.getHeader().setOpcode(Opcode.STATUS);

            assertThat(udp(peer, query).getRcode()).isEqualTo(Rcode.NOTIMP);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTransferOverUdpIsAFormatError(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            Message query = query("@", Type.AXFR);
            peer.key().tsig().apply(query, null);

            assertThat(udp(peer, query).getRcode()).isEqualTo(Rcode.FORMERR);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersAreCutToTheSizeThatIsAskedForAndWholeOverTcp(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            new ZoneClient(peer.address(), Peer.ORIGIN, peer.key())
                    .replaceTxt(
                            "big." + Peer.ORIGIN,
                            30,
                            IntStream.range(0, 5)
                                    .mapToObj(i -> List.of("x".repeat(200) + i))
                                    .toList());
            Message plain = query("big", Type.TXT);
            Message small = query("big", Type.TXT);
            small.addRecord(new OPTRecord(100, 0, 0), Section.ADDITIONAL);
            Message large = query("big", Type.TXT);
            large.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);

            for (Message query : new Message[] {plain, small}) {
                byte[] wire = Wire.overUdp(peer.address(), query.toWire());
                assertThat(wire.length).isLessThanOrEqualTo(512);
                assertThat(new Message(wire).getHeader().getFlag(Flags.TC)).isTrue();
            }
            assertThat(udp(peer, large).getHeader().getFlag(Flags.TC)).isFalse();
            assertThat(new Message(Wire.overTcp(peer.address(), plain.toWire())).getSection(Section.ANSWER))
                    .hasSize(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneConnectionTakesManyQueriesAtOnce(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory);
                Socket socket = Wire.connect(peer.address())) {
            for (int i = 0; i < 20; i++) {
                socket.getOutputStream()
                        .write(Wire.framed(query("target", Type.TXT).toWire()));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(new Message(Wire.read(socket)).getRcode()).isEqualTo(Rcode.NOERROR);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSignedQueryHasASignedAnswer(Peer.Kind kind) throws IOException {
        try (Peer peer = Peer.start(kind, directory)) {
            SimpleResolver resolver = new Transcript(peer).resolver();
            resolver.setTSIGKey(peer.key().tsig());

            assertThat(resolver.send(query("target", Type.TXT)).isVerified()).isTrue();
        }
    }

    private static Message udp(Peer peer, Message query) throws IOException {
        return new Message(Wire.overUdp(peer.address(), query.toWire()));
    }

    private static Message query(String name, int type) throws IOException {
        Name origin = Name.fromString(Peer.ORIGIN + ".");
        return Message.newQuery(Record.newRecord(Name.fromString(name, origin), type, DClass.IN));
    }
}
