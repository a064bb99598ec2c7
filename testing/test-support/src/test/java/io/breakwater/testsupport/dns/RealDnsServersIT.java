package io.breakwater.testsupport.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.embedded.zone.NotifyTarget;
import io.breakwater.embedded.zone.TsigKey;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TSIG;

class RealDnsServersIT {
    private static final String ORIGIN = "breakwater.test";
    private static final TsigKey NOTIFY_KEY = TsigKey.generate("notify-key");

    static Stream<BiFunction<String, Optional<NotifyTarget>, DnsServer>> servers() {
        return Stream.of(BindServer::start, KnotServer::start);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void keepsAnUpdateOverAKill(BiFunction<String, Optional<NotifyTarget>, DnsServer> starter) {
        List<List<String>> rrset = List.of(List.of("v=1;k=zpa;b=on", "\u0001\u00ff\"\\"));
        try (DnsServer server = starter.apply(ORIGIN, Optional.empty())) {
            server.client().replaceTxt("dr.breakwater.test", 30, rrset);

            server.kill();
            server.start();

            assertThat(server.client().txt("dr.breakwater.test")).isEqualTo(rrset);
        }
    }

    @Test
    void bindSendsASignedNotifyOverUdp() throws IOException {
        try (DatagramSocket target = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DnsServer server = BindServer.start(
                        ORIGIN, Optional.of(NotifyTarget.of("127.0.0.1", target.getLocalPort(), NOTIFY_KEY)))) {
            target.setSoTimeout(10_000);
            server.client().replaceTxt("dr.breakwater.test", 30, List.of(List.of("v=1")));

            DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
            target.receive(packet);

            assertIsNotify(Arrays.copyOf(packet.getData(), packet.getLength()));
        }
    }

    @Test
    void knotSendsASignedNotifyOverTcp() throws IOException {
        try (ServerSocket target = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                DnsServer server = KnotServer.start(
                        ORIGIN, Optional.of(NotifyTarget.of("127.0.0.1", target.getLocalPort(), NOTIFY_KEY)))) {
            target.setSoTimeout(10_000);
            server.client().replaceTxt("dr.breakwater.test", 30, List.of(List.of("v=1")));

            try (Socket socket = target.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                assertIsNotify(in.readNBytes(in.readUnsignedShort()));
            }
        }
    }

    private static void assertIsNotify(byte[] wire) throws IOException {
        Message notify = new Message(wire);
        assertThat(notify.getHeader().getOpcode()).isEqualTo(Opcode.NOTIFY);
        assertThat(new TSIG(TSIG.HMAC_SHA256, NOTIFY_KEY.name(), NOTIFY_KEY.secret()).verify(notify, wire, null))
                .isEqualTo(Rcode.NOERROR);
    }
}
