package io.breakwater.drctl.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.drctl.ExitCode;
import io.breakwater.drctl.Run;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.embedded.zone.ZoneServer;
import io.breakwater.testsupport.InstalledProgram;
import io.breakwater.testsupport.dns.BindServer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What sign prints is taken by real servers, and explain reads it from them")
class PublishedRecordIT {

    private static final String ZONE = "breakwater.test";
    private static final String DOMAIN = "dr.breakwater.test";

    @TempDir
    Path directory;

    @BeforeEach
    void makeKeys() throws IOException {
        DrKeys.generate().write(directory);
    }

    @Test
    void isTakenByBindAsAnUpdateAndReplacesWhatWasThere() throws Exception {
        try (BindServer bind = BindServer.start(ZONE, Optional.empty())) {
            String server = "127.0.0.1:" + bind.address().getPort();
            nsupdate(bind.updateKey(), sign("test", "nsupdate", "--server", server));
            nsupdate(bind.updateKey(), sign("on", "nsupdate", "--server", server));

            Run run = explain("--authoritative", "--server", server);

            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.out())
                    .contains("2 TXT records from DNS, answered by " + server)
                    .contains("TTL      30 s")
                    .contains("verdict  APPLY on (OK)");
        }
    }

    @Test
    void isTakenFromAZoneFile() throws IOException {
        String zone = ZoneServer.Options.smallZone() + sign("off", "bind");
        try (ZoneServer server = ZoneServer.start(
                new ZoneServer.Options("127.0.0.1", 0, ZONE, zone, Optional.empty(), List.of(), List.of()))) {
            Run run = explain("--server", "127.0.0.1:" + server.port(), "--authoritative", "--json");

            assertThat(run.exitCode()).isZero();
            JsonNode json = new ObjectMapper().readTree(run.out());
            assertThat(json.path("activation").path("mode").asText()).isEqualTo("off");
            assertThat(json.path("ttlSeconds").asLong()).isEqualTo(30);
        }
    }

    @Test
    void tellsAMissingRecordFromAServerThatIsSilent() throws IOException {
        try (ZoneServer server = ZoneServer.start(ZoneServer.Options.of(ZONE, List.of(), List.of()));
                DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Run missing = explain("--server", "127.0.0.1:" + server.port(), "--authoritative");
            Run unknown = explain("--server", "127.0.0.1:" + silent.getLocalPort(), "--json");

            assertThat(missing.exitCode()).isEqualTo(ExitCode.NONE);
            assertThat(missing.out()).contains("DNS, NXDOMAIN from 127.0.0.1");
            assertThat(unknown.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(new ObjectMapper().readTree(unknown.out()).has("unavailable"))
                    .isTrue();
            assertThat(unknown.err()).contains("says nothing about the record");
        }
    }

    private String sign(String mode, String form, String... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "record",
                "sign",
                "--mode",
                mode,
                "--domain",
                DOMAIN,
                "--form",
                form,
                "--key",
                directory.resolve(DrKeys.PRIVATE_FILE)));
        arguments.addAll(List.of(more));
        Run run = Run.drctl(arguments.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private Run explain(String... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("record", "explain", DOMAIN, "--key", directory.resolve(DrKeys.PUBLIC_FILE)));
        arguments.addAll(List.of(more));
        return Run.drctl(arguments.toArray());
    }

    private void nsupdate(TsigKey key, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("script"), script);
        Process process = new ProcessBuilder(
                        InstalledProgram.path("nsupdate", "bind9-dnsutils"),
                        "-y",
                        key.algorithm() + ":" + key.name() + ":" + key.secret(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
