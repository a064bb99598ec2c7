package io.breakwater.testsupport.dns;

import io.breakwater.embedded.process.ChildProcess;
import io.breakwater.embedded.process.FreePorts;
import io.breakwater.embedded.process.ServerStartException;
import io.breakwater.embedded.zone.NotifyTarget;
import io.breakwater.embedded.zone.TsigKey;
import io.breakwater.embedded.zone.ZoneClient;
import io.breakwater.testsupport.TemporaryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What BIND and Knot have in common: a directory, a port, a key, a process. Each says how it is configured and called. */
abstract sealed class Daemon implements DnsServer permits BindServer, KnotServer {
    private static final long START_PATIENCE_SECONDS = 20;

    private final String name;
    private final Path directory;
    private final int port = FreePorts.next();
    private final TsigKey updateKey = TsigKey.generate("update-key");
    private final String origin;
    private ChildProcess process;

    /** @param origin the zone's name */
    Daemon(String name, String origin) {
        this.name = name;
        this.origin = origin;
        try {
            this.directory = Files.createTempDirectory("breakwater-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory for " + name, e);
        }
    }

    final Path write(String file, String text) {
        try {
            return Files.writeString(directory.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** Writes the configuration and tells the program with its arguments. Must not put itself in the background. */
    abstract List<String> command();

    @Override
    public final void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        process = ChildProcess.start(ChildProcess.Spec.of(name, command(), directory, directory.resolve("log")));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_PATIENCE_SECONDS);
        while (!client().isServing()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.stop();
                throw new ServerStartException(name + " does not serve " + origin + ": " + process.logTail());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public final void stop() {
        process.stop();
    }

    @Override
    public final void kill() {
        process.kill();
    }

    @Override
    public final void close() {
        process.stop();
        TemporaryTree.remove(directory);
    }

    final Path directory() {
        return directory;
    }

    final String origin() {
        return origin;
    }

    final int port() {
        return port;
    }

    @Override
    public final InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    @Override
    public final TsigKey updateKey() {
        return updateKey;
    }

    @Override
    public final ZoneClient client() {
        return new ZoneClient(address(), origin, updateKey);
    }

    /** The small zone that every test begins with. */
    static String zone() {
        return """
                $TTL 30
                @ IN SOA ns1 hostmaster 1 3600 600 86400 30
                @ IN NS ns1
                ns1 IN A 127.0.0.1
                """;
    }

    static TsigKey notifyKey(Optional<NotifyTarget> target) {
        return target.flatMap(NotifyTarget::key).orElseGet(() -> TsigKey.generate("unused-key"));
    }
}
