package io.breakwater.embedded.zone;

import io.breakwater.embedded.process.ChildProcess;
import io.breakwater.embedded.process.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A server with the zone {@code like-bind.zone}: ours, or BIND where it is installed. */
record Peer(InetSocketAddress address, TsigKey key, AutoCloseable process) implements AutoCloseable {
    static final String ORIGIN = "like.test";

    enum Kind {
        OURS,
        BIND
    }

    static Peer start(Kind kind, Path directory) throws IOException {
        TsigKey key = TsigKey.generate("the-key");
        return kind == Kind.OURS ? ours(key) : bind(key, directory);
    }

    static String zone() {
        try (var in = Peer.class.getResourceAsStream("like-bind.zone")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program's path; the test is skipped where it is not installed. */
    static String installed(String program) {
        Optional<Path> found = Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin")
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), program + " is not installed");
        return found.get().toString();
    }

    private static Peer ours(TsigKey key) {
        ZoneServer server = ZoneServer.start(
                new ZoneServer.Options("127.0.0.1", 0, ORIGIN, zone(), Optional.empty(), List.of(key), List.of()));
        return new Peer(server.address(), key, server);
    }

    private static Peer bind(TsigKey key, Path directory) throws IOException {
        String program = installed("named");
        int port = FreePorts.next();
        Files.writeString(directory.resolve("zone"), zone());
        Path configuration = Files.writeString(directory.resolve("named.conf"), """
                options {
                  directory "%1$s"; pid-file none; session-keyfile "%1$s/session.key";
                  listen-on port %2$d { 127.0.0.1; }; listen-on-v6 { none; };
                  recursion no; empty-zones-enable no; dnssec-validation no; minimal-responses yes; notify no;
                  answer-cookie no;
                };
                controls { };
                key "%3$s" { algorithm %4$s; secret "%5$s"; };
                zone "%6$s" { type primary; file "%1$s/zone"; allow-update { key %3$s; }; allow-transfer { key %3$s; };
                  check-names ignore; };
                """.formatted(
                        directory, port, key.name(), key.algorithm(), key.secret(), ORIGIN));
        ChildProcess process = ChildProcess.start(ChildProcess.Spec.of(
                "bind",
                List.of(program, "-4", "-g", "-n", "1", "-c", configuration.toString()),
                directory,
                directory.resolve("log")));
        Peer peer = new Peer(new InetSocketAddress("127.0.0.1", port), key, process::stop);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> new ZoneClient(peer.address, ORIGIN, key).isServing());
        return peer;
    }

    @Override
    public void close() throws IOException {
        try {
            process.close();
        } catch (Exception e) {
            throw new IOException("the server does not stop", e);
        }
    }
}
