package io.breakwater.embedded.kafka;

import io.breakwater.embedded.process.ChildProcess;
import io.breakwater.embedded.process.FreePorts;
import io.breakwater.embedded.process.ServerStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A Kafka server of our own on the loopback interface, as a child JVM, so that its memory, class path and death are its own. Its
 * data directory survives it. Topics that nobody named are made on first use. Safe for threads.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);

    private final int port;
    private final ChildProcess server;

    /**
     * @param dataDirectory made when it is not there
     * @param port 0 for a free one
     * @param compacted topics of which the newest record of a key is kept
     * @param retained topics whose records are kept for seven days
     * @param jvmFlags of the server, for example {@code -Xmx256m}
     * @param log what the server writes is appended here
     */
    public record Options(
            Path dataDirectory,
            int port,
            Collection<String> compacted,
            Collection<String> retained,
            List<String> jvmFlags,
            Path log) {

        public static final List<String> SMALL_JVM = List.of(
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError");

        public Options {
            dataDirectory = dataDirectory.toAbsolutePath();
            log = log.toAbsolutePath();
            compacted = List.copyOf(compacted);
            retained = List.copyOf(retained);
            jvmFlags = List.copyOf(jvmFlags);
        }

        /** With the log beside the data directory. */
        public Options(
                Path dataDirectory,
                int port,
                Collection<String> compacted,
                Collection<String> retained,
                List<String> jvmFlags) {
            this(dataDirectory, port, compacted, retained, jvmFlags, dataDirectory.resolveSibling("kafka.log"));
        }
    }

    private EmbeddedKafka(int port, ChildProcess server) {
        this.port = port;
        this.server = server;
    }

    /** Starts a server in a small JVM. */
    public static EmbeddedKafka start(
            Path dataDirectory, int port, Collection<String> compacted, Collection<String> retained) {
        return start(new Options(dataDirectory, port, compacted, retained, Options.SMALL_JVM));
    }

    /**
     * Starts a server and waits until it answers and its topics are there.
     *
     * @throws ServerStartException when it does not; the message holds the end of its log
     */
    public static EmbeddedKafka start(Options options) {
        int port = FreePorts.orFree(options.port());
        Path data = options.dataDirectory();
        try {
            Files.createDirectories(data);
            Path ready = data.resolve(KafkaMain.READY_FILE);
            Files.deleteIfExists(ready);
            ChildProcess server =
                    ChildProcess.start(ChildProcess.Spec.of("kafka", command(options, port), data, options.log()));
            awaitReady(server, ready);
            return new EmbeddedKafka(port, server);
        } catch (IOException e) {
            throw new ServerStartException("Kafka did not start: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Options options, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.jvmFlags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KafkaMain.class.getName()));
        command.add(options.dataDirectory().toString());
        command.add(Integer.toString(port));
        command.add(String.join(",", options.compacted()));
        command.add(String.join(",", options.retained()));
        return command;
    }

    private static void awaitReady(ChildProcess server, Path ready) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!Files.exists(ready)) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                server.stop();
                throw new ServerStartException("Kafka did not start: " + server.logTail());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** The server process, for tests that kill it. */
    public ChildProcess process() {
        return server;
    }

    /** Stops the server and waits until it is gone. */
    @Override
    public void close() {
        server.stop();
    }
}
