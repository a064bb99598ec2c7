package io.breakwater.embedded.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same as the other tests say of the wire, with the programs that people have. Skipped where they are not installed. */
@DisplayName("BIND's nsupdate and dig with the zone server")
class InstalledClientsIT {
    @TempDir
    Path directory;

    @Test
    void nsupdateChangesTheZoneAndIsToldWhyNot() throws IOException, InterruptedException {
        String nsupdate = Peer.installed("nsupdate");
        try (Peer peer = Peer.start(Peer.Kind.OURS, directory)) {
            Path key = keyFile(peer.key());

            assertThat(run(nsupdate, update(peer, "update add dr.like.test. 300 TXT \"v=1\""), "-k", key.toString()))
                    .isEmpty();
            assertThat(run(
                            nsupdate,
                            update(peer, "prereq nxdomain dr.like.test.\nupdate add dr.like.test. 1 TXT x"),
                            "-k",
                            key.toString()))
                    .contains("YXDOMAIN");
            assertThat(run(
                            nsupdate,
                            update(peer, "update add dr.like.test. 1 TXT x"),
                            "-k",
                            keyFile(TsigKey.generate("unknown")).toString()))
                    .contains("BADKEY");
            assertThat(new ZoneClient(peer.address(), Peer.ORIGIN, peer.key()).txt("dr." + Peer.ORIGIN))
                    .containsExactly(List.of("v=1"));
        }
    }

    @Test
    void digReadsTransfersAndRecords() throws IOException, InterruptedException {
        String dig = Peer.installed("dig");
        try (Peer peer = Peer.start(Peer.Kind.OURS, directory)) {
            String key = keyFile(peer.key()).toString();
            String port = Integer.toString(peer.address().getPort());

            assertThat(run(dig, "", "@127.0.0.1", "-p", port, "-k", key, "AXFR", Peer.ORIGIN))
                    .contains("hostmaster.like.test. 1 3600", "XFR size: 22 records")
                    .doesNotContain("failed");
            assertThat(run(dig, "", "@127.0.0.1", "-p", port, "AXFR", Peer.ORIGIN))
                    .contains("Transfer failed");
            assertThat(run(dig, "", "@127.0.0.1", "-p", port, "+short", "one.two.wild." + Peer.ORIGIN, "TXT"))
                    .isEqualTo("\"star\"\n");
            assertThat(run(dig, "", "@127.0.0.1", "-p", port, "+edns=1", "+noednsneg", Peer.ORIGIN, "SOA"))
                    .contains("BADVERS");
        }
    }

    private Path keyFile(TsigKey key) throws IOException {
        return Files.writeString(
                directory.resolve(key.name() + ".key"),
                "key \"%s\" { algorithm %s; secret \"%s\"; };%n".formatted(key.name(), key.algorithm(), key.secret()));
    }

    private static String update(Peer peer, String commands) {
        return "server 127.0.0.1 " + peer.address().getPort() + "\nzone " + Peer.ORIGIN + "\n" + commands + "\nsend\n";
    }

    private String run(String program, String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(directory.resolve("input"), input);
        Path out = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
