package io.breakwater.local.layout;

import io.breakwater.local.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Everything that a suite keeps: one directory a process, secrets, the tenant, the state for {@code status} and {@code down}. Only
 * its owner can read what is in it; others may pass through, because PostgreSQL may have to run as somebody else.
 */
public record DataDirectory(Path root) {
    /** Environment variable that names the directory unless an option does. */
    public static final String ENVIRONMENT = "BREAKWATER_DATA";

    private static final String NAME_IN_CHECKOUT = ".breakwater";

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** The one that is used unless another is named. */
    public static DataDirectory of(Checkout checkout) {
        return new DataDirectory(checkout.root().resolve(NAME_IN_CHECKOUT));
    }

    /** Whether a command finds it without being told. */
    boolean isOfTheCheckout() {
        return root.equals(of(Checkout.find()).root());
    }

    /** Makes the directory when it is not there. */
    public DataDirectory create() {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
            return this;
        } catch (IOException e) {
            throw new SuiteException(
                    "the data directory " + root + " cannot be made or is somebody else's (" + FileTrouble.of(e)
                            + "): choose another with --data DIR or " + ENVIRONMENT,
                    e);
        }
    }

    /** A process's own directory, made when it is not there. */
    public Path of(String process) {
        Path directory = root.resolve(process);
        try {
            Files.createDirectories(directory);
            boolean shared = process.equals("postgres");
            Files.setPosixFilePermissions(
                    directory, PosixFilePermissions.fromString(shared ? "rwx--x--x" : "rwx------"));
            return directory;
        } catch (IOException e) {
            throw new SuiteException("the directory " + directory + " cannot be made: " + FileTrouble.of(e), e);
        }
    }

    /** What a process writes to its outputs. */
    public Path log(String process) {
        return root.resolve(process).resolve(process + ".log");
    }

    public Path secrets() {
        return of("secrets");
    }

    /** The tenant's key pair for activation records, as {@code drctl record sign} takes it. */
    public Path drKeys() {
        return of("dr-keys");
    }

    public Path tenantFile() {
        return root.resolve("tenant.json");
    }

    /** What the directory belongs to. */
    public Path attachmentsFile() {
        return root.resolve("attachments.json");
    }

    public Path stateFile() {
        return root.resolve("suite.json");
    }

    public Path lockFile() {
        return root.resolve("suite.lock");
    }
}
