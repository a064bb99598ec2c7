package io.breakwater.local.supervisor;

import io.breakwater.local.SuiteException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One suite at a time works on a data directory. The lock ends with the process that holds it, however it ends. */
public final class SuiteLock implements AutoCloseable {
    private final FileChannel channel;

    private SuiteLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws SuiteException when another suite runs there */
    public static SuiteLock acquire(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new SuiteException("already running on " + file.getParent()
                        + ": see ./breakwater status, end it with ./breakwater down, or choose another --data DIR");
            }
            return new SuiteLock(channel);
        } catch (IOException e) {
            throw new SuiteException("the lock " + file + " cannot be taken: " + e.getMessage(), e);
        }
    }

    /** Whether somebody holds it. */
    public static boolean isHeld(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !isLocked(channel);
        } catch (IOException e) {
            throw new SuiteException("the lock " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this JVM has it
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new SuiteException("the lock cannot be given back: " + e.getMessage(), e);
        }
    }
}
