package io.breakwater.embedded.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class ZoneServerIT {
    private static final TsigKey UPDATE_KEY = TsigKey.generate("update-key");
    private static final TsigKey NOTIFY_KEY = TsigKey.generate("notify-key");
    private static final String DOMAIN = "dr.breakwater.test";

    @TempDir
    Path directory;

    private ZoneServer server = start(List.of(), Optional.empty());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void publishesASignedUpdateWithEveryOctetAsItWasGiven() {
        List<List<String>> rrset =
                List.of(List.of("v=1;k=zpa;b=on;\"\\;", "\u0000\u00ff\t"), List.of("x".repeat(255), "y".repeat(255)));

        client(UPDATE_KEY).replaceTxt(DOMAIN, 30, rrset);

        assertThat(client(UPDATE_KEY).txt(DOMAIN)).containsExactlyInAnyOrderElementsOf(rrset);
        assertThat(server.serial()).isEqualTo(2);
    }

    @Test
    void refusesAnUpdateSignedWithAnotherKey() {
        TsigKey forged = new TsigKey(UPDATE_KEY.name(), "hmac-sha256", NOTIFY_KEY.secret());

        assertThatThrownBy(() -> client(forged).replaceTxt(DOMAIN, 30, List.of(List.of("v=1"))))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(client(UPDATE_KEY).txt(DOMAIN)).isEmpty();
    }

    @Test
    void refusesAnUpdateThatIsNotSigned() throws Exception {
        Message update = Message.newUpdate(Name.fromString("breakwater.test."));

        assertThat(resolver().send(update).getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void saysThatAnAnswerIsCutAndGivesTheWholeOverTcp() throws Exception {
        server.replaceTxt(DOMAIN, 30, List.of(List.of("x".repeat(255), "y".repeat(255), "z".repeat(255))));
        SimpleResolver plain = resolver();
        plain.setEDNS(-1);
        plain.setIgnoreTruncation(true);

        Message cut = plain.send(query(DOMAIN));
        Message whole = resolver().send(query(DOMAIN));

        assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(whole.getSection(Section.ANSWER)).hasSize(1);
        assertThat(whole.getHeader().getFlag(Flags.AA)).isTrue();
    }

    @Test
    void deniesWhatIsNotThereWithItsSoa() throws Exception {
        Message denial = resolver().send(query("nothing.breakwater.test"));
        Message noData = resolver().send(query("ns1.breakwater.test"));

        assertThat(denial.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(denial.getSection(Section.AUTHORITY).get(0).getType()).isEqualTo(Type.SOA);
        assertThat(noData.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(noData.getSection(Section.ANSWER)).isEmpty();
    }

    @Test
    void refusesQuestionsAboutOtherZones() throws Exception {
        assertThat(resolver().send(query("example.org")).getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void survivesGarbage() throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            byte[] garbage = {1, 2, 3};
            socket.send(new DatagramPacket(garbage, garbage.length, server.address()));
        }

        assertThat(client(UPDATE_KEY).isServing()).isTrue();
    }

    @Test
    void sendsASignedNotifyUntilItIsAnswered() throws Exception {
        try (DatagramSocket target = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            target.setSoTimeout(5_000);
            server.close();
            server = start(List.of(NotifyTarget.of("127.0.0.1", target.getLocalPort(), NOTIFY_KEY)), Optional.empty());

            client(UPDATE_KEY).replaceTxt(DOMAIN, 30, List.of(List.of("v=1")));
            byte[] first = receive(target);
            byte[] second = receive(target);

            Message notify = new Message(first);
            assertThat(notify.getHeader().getOpcode()).isEqualTo(Opcode.NOTIFY);
            assertThat(notify.getQuestion().getName()).isEqualTo(Name.fromString("breakwater.test."));
            assertThat(NOTIFY_KEY.tsig().verify(notify, first, null)).isEqualTo(Rcode.NOERROR);
            assertThat(new Message(second).getHeader().getOpcode()).isEqualTo(Opcode.NOTIFY);
        }
    }

    @Test
    void keepsItsZoneOverARestart() {
        Optional<Path> file = Optional.of(directory.resolve("zone"));
        server.close();
        server = start(List.of(), file);
        client(UPDATE_KEY).replaceTxt(DOMAIN, 30, List.of(List.of("v=1;k=zpa;b=on", "\u00e9\"\\")));
        server.close();

        server = start(List.of(), file);

        assertThat(client(UPDATE_KEY).txt(DOMAIN)).containsExactly(List.of("v=1;k=zpa;b=on", "\u00e9\"\\"));
        assertThat(server.serial()).isEqualTo(2);
    }

    private static ZoneServer start(List<NotifyTarget> targets, Optional<Path> file) {
        return ZoneServer.start(new ZoneServer.Options(
                "127.0.0.1", 0, "breakwater.test", ZoneServer.Options.smallZone(), file, List.of(UPDATE_KEY), targets));
    }

    private ZoneClient client(TsigKey key) {
        return new ZoneClient(server.address(), "breakwater.test", key);
    }

    private SimpleResolver resolver() {
        SimpleResolver resolver = new SimpleResolver(server.address());
        resolver.setTimeout(Duration.ofSeconds(5));
        return resolver;
    }

    private static Message query(String name) throws Exception {
        return Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.TXT, DClass.IN));
    }

    private static byte[] receive(DatagramSocket socket) throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }
}
