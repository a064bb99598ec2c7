package io.breakwater.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.dist.Archive.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator unpacks on a laptop or a server runs there, by a Java runtime without a compiler, from a path with a space in it. */
class ArchivesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path place;

    private static Path directory;
    private static Path runtime;

    @BeforeAll
    static void aRuntimeThatIsNoDevelopmentKit() throws IOException, InterruptedException {
        directory = Files.createDirectory(place.resolve("of an operator"));
        runtime = place.resolve("runtime");
        Process jlink = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                        "--add-modules",
                        "java.se,jdk.crypto.ec,jdk.crypto.cryptoki,jdk.unsupported,jdk.zipfs,jdk.naming.dns,jdk.charsets,jdk.management,"
                                + "jdk.management.agent,jdk.localedata,jdk.net,jdk.security.auth,jdk.security.jgss,jdk.httpserver,jdk.jfr,jdk.random",
                        "--output",
                        runtime.toString())
                .inheritIO()
                .start();
        assertThat(jlink.waitFor()).as("jlink").isZero();
        assertThat(runtime.resolve("bin/javac")).doesNotExist();
    }

    private static Map<String, String> withRuntime(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("JAVA_HOME", runtime.toString());
        return all;
    }

    @Test
    @DisplayName("drctl signs a record and explains it, and says which version it is")
    void drctl() throws Exception {
        Archive drctl = Archive.unpack("drctl", "drctl", directory);
        String keys = directory.resolve("keys").toString();

        Outcome version = drctl.run(withRuntime(Map.of()), "--version");
        Outcome made = drctl.run(withRuntime(Map.of()), "record", "keygen", "--out", keys);
        Outcome signed = drctl.run(
                withRuntime(Map.of()),
                "record",
                "sign",
                "--key",
                keys + "/dr_privatekey.pem",
                "--domain",
                "dr.example.com",
                "--mode",
                "on",
                "--duration",
                "PT8H");
        Path record = Files.writeString(directory.resolve("record.zone"), signed.output());
        Outcome explained = drctl.run(
                withRuntime(Map.of()),
                "record",
                "explain",
                "dr.example.com",
                "--from",
                record.toString(),
                "--key",
                keys + "/dr_publickey.pem");

        assertThat(version.output()).contains("drctl");
        assertThat(List.of(version, made, signed, explained))
                .allSatisfy(outcome ->
                        assertThat(outcome.exitCode()).as(outcome.output()).isZero());
        assertThat(explained.output()).contains("ACTIVE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"app-connector,assistant", "service-edge,zpn"})
    @DisplayName(
            "an agent starts with the settings in its archive and answers its operator, whatever else is dead (I4)")
    void agents(String program, String prefix) throws Exception {
        Archive agent = Archive.unpack("breakwater-" + program, program, directory);
        int port = freePort();
        Path log = directory.resolve(program + ".log");
        Map<String, String> environment = withRuntime(Map.of(
                "BREAKWATER_AGENT_HOME", directory.resolve(program + " home").toString(),
                "BREAKWATER_AGENT_DNS_SERVERS", "127.0.0.1:1",
                "BREAKWATER_AGENT_CONFIG_SERVICE_URL", "http://127.0.0.1:1",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_MANAGEMENT_PORT", "0"));
        Process process = agent.start(environment, log);
        try {
            URI question = URI.create("http://127.0.0.1:" + port + "/" + prefix + "/zpn_dr/show_mode");
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> {
                        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
                        HttpResponse<String> answer = HttpClient.newHttpClient()
                                .send(HttpRequest.newBuilder(question).build(), BodyHandlers.ofString());
                        assertThat(answer.statusCode()).isEqualTo(200);
                        assertThat(answer.body()).contains("NORMAL");
                    });
        } finally {
            process.destroy();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "config-service,127.0.0.1:5432",
        "snapshot-service,127.0.0.1:5432",
        "dr-controller,127.0.0.1:5432",
        "dns-watcher,/etc/breakwater/"
    })
    @DisplayName("a service ends and names what it lacks of what its settings say")
    void services(String program, String lacking) throws Exception {
        Archive service = Archive.unpack("breakwater-" + program, program, directory);

        Outcome outcome = service.run(withRuntime(Map.of("QUARKUS_HTTP_PORT", "0", "QUARKUS_MANAGEMENT_PORT", "0")));

        assertThat(outcome.exitCode()).as(outcome.output()).isNotZero();
        assertThat(outcome.output()).contains(lacking);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config-service", "app-connector"})
    @DisplayName("a start script tells its use, and which settings file it cannot read")
    void scripts(String program) throws Exception {
        Archive archive = Archive.unpack("breakwater-" + program, program, directory);

        Outcome help = archive.run(withRuntime(Map.of()), "--help");
        Outcome missing = archive.run(withRuntime(Map.of()), "/nowhere/x.properties");
        Outcome option = archive.run(withRuntime(Map.of()), "--port");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("JAVA_OPTS").doesNotContain("@program@");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.output()).contains("/nowhere/x.properties").hasLineCount(1);
        assertThat(option.exitCode()).isEqualTo(1);
        assertThat(option.output()).contains("no option --port");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
