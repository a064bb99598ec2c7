package io.breakwater.embedded.postgres;

import io.breakwater.embedded.process.ChildProcess;
import io.breakwater.embedded.process.ServerStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server's data directory before the server starts: made when it is not there, freed of a lock that nobody holds. */
final class Cluster {
    private Cluster() {}

    /**
     * @param home where PostgreSQL's programs are
     * @throws ServerStartException when the directory cannot be made
     */
    static void prepare(Path home, EmbeddedPostgres.Options options) throws IOException {
        if (!Files.exists(options.dataDirectory().resolve("PG_VERSION"))) {
            initialise(home, options);
        }
        removeStaleLock(options.dataDirectory());
    }

    /** Makes the directory under another name first, so that a half-made one is never started. */
    private static void initialise(Path home, EmbeddedPostgres.Options options) throws IOException {
        Path data = options.dataDirectory();
        Files.createDirectories(data.getParent());
        Path fresh = Files.createTempDirectory(data.getParent(), data.getFileName() + ".new-");
        Path cluster = Files.createDirectory(
                fresh.resolve("cluster"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = Files.writeString(fresh.resolve("password"), options.password() + "\n");
        List<String> command = List.of(
                home.resolve("bin/initdb").toString(),
                "-D",
                cluster.toString(),
                "-U",
                EmbeddedPostgres.USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--locale=C",
                // so that lower() knows the letters of all languages; the same on every system
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--encoding=UTF8",
                "--no-sync");
        ChildProcess initdb = ChildProcess.start(
                ChildProcess.Spec.of("initdb", Unprivileged.command(command, fresh), fresh, options.log()));
        int code = initdb.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        Files.delete(password);
        if (code != 0) {
            throw new ServerStartException("initdb failed with " + code + ": " + initdb.logTail());
        }
        Files.deleteIfExists(data);
        Files.move(cluster, data);
        Files.delete(fresh);
    }

    /** A lock of a server that is gone; PostgreSQL itself is fooled when its process id belongs to another program by now. */
    private static void removeStaleLock(Path data) throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (Files.exists(lock)) {
            long pid = Long.parseLong(Files.readAllLines(lock).get(0).strip());
            boolean postgres = ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .filter(program -> program.endsWith("/postgres"))
                    .isPresent();
            if (!postgres) {
                Files.delete(lock);
            }
        }
    }
}
