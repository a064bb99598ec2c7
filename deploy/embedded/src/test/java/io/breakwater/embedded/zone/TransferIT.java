package io.breakwater.embedded.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.embedded.process.ChildProcess;
import io.breakwater.embedded.process.FreePorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

@DisplayName("Zone transfers, signed: the whole zone (RFC 5936), and what changed (RFC 1995)")
class TransferIT {
    private static final Name ORIGIN = Name.fromConstantString(Peer.ORIGIN + ".");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void givesWhatChangedSinceASerialNumber(Peer.Kind kind) throws IOException, ZoneTransferException {
        try (Peer peer = Peer.start(kind, directory)) {
            ZoneClient client = new ZoneClient(peer.address(), Peer.ORIGIN, peer.key());
            client.replaceTxt("one." + Peer.ORIGIN, 30, List.of(List.of("1")));
            client.replaceTxt("one." + Peer.ORIGIN, 60, List.of(List.of("1")));
            client.replaceTxt("one." + Peer.ORIGIN, 60, List.of(List.of("2")));

            ZoneTransferIn transfer = ZoneTransferIn.newIXFR(ORIGIN, 2, false, peer.address(), key(peer));
            transfer.run();

            assertThat(transfer.isIXFR()).isTrue();
            assertThat(transfer.getIXFR()).hasSize(2);
            assertThat(transfer.getIXFR().get(0).start).isEqualTo(2);
            assertThat(transfer.getIXFR().get(1).end).isEqualTo(4);
            assertThat(text(transfer.getIXFR().get(0).deletes)).containsExactly("one 30 1");
            assertThat(text(transfer.getIXFR().get(0).adds)).containsExactly("one 60 1");
            assertThat(text(transfer.getIXFR().get(1).adds)).containsExactly("one 60 2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysThatNothingChanged(Peer.Kind kind) throws IOException, ZoneTransferException {
        try (Peer peer = Peer.start(kind, directory)) {
            ZoneTransferIn transfer = ZoneTransferIn.newIXFR(ORIGIN, 1, false, peer.address(), key(peer));
            transfer.run();

            assertThat(transfer.isCurrent()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheWholeZoneToWhoHasAnUnknownSerialNumber(Peer.Kind kind) throws IOException, ZoneTransferException {
        try (Peer peer = Peer.start(kind, directory)) {
            new ZoneClient(peer.address(), Peer.ORIGIN, peer.key())
                    .replaceTxt("one." + Peer.ORIGIN, 30, List.of(List.of("1")));
            ZoneTransferIn transfer = ZoneTransferIn.newIXFR(ORIGIN, 4_000_000_000L, true, peer.address(), key(peer));
            transfer.run();

            assertThat(transfer.isAXFR()).isTrue();
            assertThat(transfer.getAXFR().get(0)).isInstanceOf(SOARecord.class);
        }
    }

    @Test
    void sendsALargeZoneInManySignedMessages() throws IOException, ZoneTransferException {
        try (Peer peer = Peer.start(Peer.Kind.OURS, directory)) {
            ZoneClient client = new ZoneClient(peer.address(), Peer.ORIGIN, peer.key());
            for (int i = 0; i < 20; i++) {
                int from = i * 100;
                client.replaceTxt(
                        "big" + i + "." + Peer.ORIGIN,
                        30,
                        IntStream.range(from, from + 100)
                                .mapToObj(n -> List.of("x".repeat(200) + n))
                                .toList());
            }

            List<Record> zone = new Transcript(peer).transferred(key(peer));

            assertThat(zone.stream()
                            .filter(record -> record.getName().toString().startsWith("big")))
                    .hasSize(2_000);
        }
    }

    @Test
    @DisplayName("BIND is a secondary of ours: it takes the zone, and changes after a NOTIFY")
    void feedsASecondary() throws IOException {
        String program = Peer.installed("named");
        TsigKey key = TsigKey.generate("the-key");
        int port = FreePorts.next();
        try (ZoneServer server = ZoneServer.start(new ZoneServer.Options(
                "127.0.0.1",
                0,
                Peer.ORIGIN,
                Peer.zone(),
                Optional.empty(),
                List.of(key),
                List.of(NotifyTarget.of("127.0.0.1", port, key))))) {
            ChildProcess secondary = secondary(program, key, port, server.port());
            try {
                ZoneClient reading = new ZoneClient(address(port), Peer.ORIGIN, key);
                Awaitility.await().atMost(Duration.ofSeconds(20)).until(reading::isServing);
                server.replaceTxt("dr." + Peer.ORIGIN, 30, List.of(List.of("v=1")));

                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> reading.txt("dr." + Peer.ORIGIN).equals(List.of(List.of("v=1"))));
                assertThat(Files.readString(directory.resolve("log"))).contains("IXFR");
            } finally {
                secondary.stop();
            }
        }
    }

    private ChildProcess secondary(String program, TsigKey key, int port, int primary) throws IOException {
        Path configuration = Files.writeString(directory.resolve("named.conf"), """
                options { directory "%1$s"; pid-file none; session-keyfile "%1$s/session.key";
                  listen-on port %2$d { 127.0.0.1; }; listen-on-v6 { none; }; recursion no;
                  empty-zones-enable no; dnssec-validation no; notify no; };
                controls { };
                key "%3$s" { algorithm %4$s; secret "%5$s"; };
                zone "%6$s" { type secondary; file "%1$s/copy"; primaries { 127.0.0.1 port %7$d key %3$s; };
                  allow-notify { key %3$s; }; };
                """.formatted(
                        directory, port, key.name(), key.algorithm(), key.secret(), Peer.ORIGIN, primary));
        return ChildProcess.start(ChildProcess.Spec.of(
                "bind",
                List.of(program, "-4", "-g", "-d", "1", "-n", "1", "-c", configuration.toString()),
                directory,
                directory.resolve("log")));
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress("127.0.0.1", port);
    }

    private static TSIG key(Peer peer) {
        return peer.key().tsig();
    }

    private static List<String> text(List<Record> records) {
        return records.stream()
                .filter(record -> record.getType() != Type.SOA)
                .map(record ->
                        record.getName().relativize(ORIGIN) + " " + record.getTTL() + " " + record.rdataToString())
                .toList();
    }
}
