package io.breakwater.watcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.embedded.process.ChildProcess;
import io.breakwater.embedded.process.FreePorts;
import io.breakwater.testsupport.eventkeys.TestEventKeys;
import io.breakwater.testsupport.tokens.TestTokens;
import io.breakwater.watcher.TestTenant;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged service as a process of its own, as it runs in the world. */
final class WatcherProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ChildProcess process;
    private final int port;
    private final int managementPort;
    private final long startedNanos = System.nanoTime();

    private WatcherProcess(ChildProcess process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts it; {@link #awaitReady} waits. */
    static WatcherProcess start(Path directory, String bootstrapServers, Map<String, String> settings)
            throws IOException {
        int port = FreePorts.next();
        int managementPort = FreePorts.next();
        Path key = Files.writeString(directory.resolve("token.pem"), TestTokens.publicPem());
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx96m", "-XX:+UseSerialGC"));
        command.add("-Dkafka.bootstrap.servers=" + bootstrapServers);
        command.add("-Dmp.jwt.verify.publickey.location=" + key.toUri());
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + managementPort);
        command.add("-Dbreakwater.watcher.notify.port=0");
        command.add("-Dbreakwater.events.signing-key-file=" + TestEventKeys.privateKeyFile("dns-watcher"));
        command.add("-Dbreakwater.events.trust-directory=" + TestEventKeys.trustDirectory());
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-jar",
                Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString()));
        Path log = directory.resolve("watcher-" + port + ".log");
        return new WatcherProcess(
                ChildProcess.start(ChildProcess.Spec.of("dns-watcher", command, directory, log)), port, managementPort);
    }

    /** Waits until it answers. @return how long its start took */
    Duration awaitReady() {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(process.isAlive()).as(process.logTail()).isTrue();
            assertThat(get("nobody").statusCode()).isEqualTo(404);
        });
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    boolean watches(TestTenant tenant) {
        return get(tenant.id()).statusCode() == 200;
    }

    Response get(String customerId) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.service())
                .get("http://127.0.0.1:" + port + "/api/v1/customers/" + customerId + "/dns");
    }

    /** @param check {@code live} or {@code ready}; @return the HTTP status */
    int health(String check) {
        return RestAssured.given()
                .get("http://127.0.0.1:" + managementPort + "/q/health/" + check)
                .statusCode();
    }

    /** Resident memory in MiB. */
    long residentMib() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** SIGKILL. */
    void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
