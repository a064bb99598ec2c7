package io.breakwater.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A log that processes append to over all of their lives, kept from growing without end. */
public final class LogFile {
    /** Octets from which on a log is put aside at the next start. */
    static final long LARGE = 16 << 20;

    private LogFile() {}

    /** Puts a large log aside as {@code NAME.log.1}, in place of the one before; to be called before its process starts. */
    public static void turn(Path log) {
        turn(log, LARGE);
    }

    static void turn(Path log, long large) {
        try {
            if (Files.exists(log) && Files.size(log) >= large) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            // A log that stays where it is hinders nobody.
            System.getLogger(LogFile.class.getName()).log(System.Logger.Level.DEBUG, "the log stays", e);
        }
    }
}
