package io.breakwater.embedded.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

@DisplayName("The zone server's limits, in items, octets and time (I9)")
class ZoneLimitsIT {
    private static final TsigKey KEY = TsigKey.generate("the-key");
    private static final String ZONE = "like.test";
    private static final ZoneLimits SMALL = new ZoneLimits(50, 4_000, 3, 2_000, 4, Duration.ofMillis(500), 2);

    private ZoneServer server = start(List.of());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void refusesUpdatesThatMakeTheZoneTooLargeAndKeepsItAsItWas() {
        ZoneClient client = new ZoneClient(server.address(), ZONE, KEY);
        long before = server.serial();

        assertThatThrownBy(() -> client.replaceTxt("many." + ZONE, 30, records(60, 3)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("REFUSED");
        assertThatThrownBy(() -> client.replaceTxt("large." + ZONE, 30, records(20, 200)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("REFUSED");

        assertThat(server.serial()).isEqualTo(before);
        client.replaceTxt("few." + ZONE, 30, records(3, 20));
        assertThat(client.txt("few." + ZONE)).hasSize(3);
    }

    @Test
    void forgetsOldChangesAndSendsTheWholeZoneInstead() throws IOException, ZoneTransferException {
        ZoneClient client = new ZoneClient(server.address(), ZONE, KEY);
        for (int i = 0; i < 10; i++) {
            client.replaceTxt("dr." + ZONE, 30, List.of(List.of("v=" + i)));
        }

        assertThat(transfer(server.serial() - 3).isIXFR()).isTrue();
        assertThat(transfer(server.serial() - 4).isAXFR()).isTrue();
        client.replaceTxt("dr." + ZONE, 30, records(10, 200));
        assertThat(transfer(server.serial() - 1).isAXFR())
                .as("a change of more octets than are kept")
                .isTrue();
    }

    private ZoneTransferIn transfer(long serial) throws IOException, ZoneTransferException {
        ZoneTransferIn transfer =
                ZoneTransferIn.newIXFR(Name.fromString(ZONE + "."), serial, true, server.address(), KEY.tsig());
        transfer.run();
        return transfer;
    }

    @Test
    void closesConnectionsBeyondItsNumberAndServesTheOthers() throws IOException {
        List<Socket> served = new ArrayList<>();
        try {
            for (int i = 0; i < SMALL.maxConnections(); i++) {
                served.add(Wire.connect(server.address()));
                ask(served.get(i));
            }
            try (Socket further = Wire.connect(server.address())) {
                assertThat(further.getInputStream().read()).isEqualTo(-1);
            }
            ask(served.get(0));
        } finally {
            for (Socket socket : served) {
                socket.close();
            }
        }
    }

    @Test
    void cutsOffWhoSendsSlowlyAndServesTheNext() throws IOException {
        try (Socket slow = Wire.connect(server.address());
                Socket silent = Wire.connect(server.address())) {
            slow.getOutputStream().write(new byte[] {-1, -1, 0});
            long start = System.nanoTime();

            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            assertThat(slow.getInputStream().read()).isEqualTo(-1);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
        Awaitility.await()
                .atMost(5, TimeUnit.SECONDS)
                .until(() -> new ZoneClient(server.address(), ZONE, KEY).isServing());
    }

    @Test
    void closesConnectionsWhoseMessagesAreTooShortForAHeader() throws IOException {
        try (Socket socket = Wire.connect(server.address())) {
            socket.getOutputStream().write(new byte[] {0, 3, 1, 2, 3});

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void tellsOfManyQuickChangesWithFewNotifiesAndOfTheLastForSure() throws IOException {
        try (DatagramSocket target = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            target.setSoTimeout(3_000);
            server.close();
            server = start(List.of(NotifyTarget.of("127.0.0.1", target.getLocalPort(), KEY)));
            int changes = 200;
            for (int i = 0; i < changes; i++) {
                server.replaceTxt("dr." + ZONE, 30, List.of(List.of("v=" + i)));
            }

            List<Long> told = new ArrayList<>();
            while (told.isEmpty() || told.get(told.size() - 1) != server.serial()) {
                told.add(notifiedSerial(target));
            }

            assertThat(told).hasSizeLessThan(changes / 2);
        }
    }

    private static long notifiedSerial(DatagramSocket target) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
        target.receive(packet);
        Message notify = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
        return ((SOARecord) notify.getSection(Section.ANSWER).get(0)).getSerial();
    }

    private static void ask(Socket socket) throws IOException {
        Message query = Message.newQuery(Record.newRecord(Name.fromString("target.like.test."), Type.TXT, DClass.IN));
        socket.getOutputStream().write(Wire.framed(query.toWire()));
        assertThat(new Message(Wire.read(socket)).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    private static List<List<String>> records(int count, int octets) {
        return IntStream.range(0, count)
                .mapToObj(i -> List.of("x".repeat(octets) + i))
                .toList();
    }

    private static ZoneServer start(List<NotifyTarget> targets) {
        return ZoneServer.start(new ZoneServer.Options(
                "127.0.0.1", 0, ZONE, Peer.zone(), Optional.empty(), List.of(KEY), targets, SMALL));
    }
}
