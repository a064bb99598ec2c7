package io.breakwater.local.supervisor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.breakwater.local.SuiteException;
import io.breakwater.local.layout.CommandHint;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.layout.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One suite at a time works on a data directory. The lock ends with the process that holds it, however it ends. */
public final class SuiteLock implements AutoCloseable {
    private static final int LONGEST_PID = 20;

    private final FileChannel channel;

    private SuiteLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws SuiteException when another suite runs there */
    public static SuiteLock acquire(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                DataDirectory directory = new DataDirectory(file.getParent());
                String holder = holder(channel);
                channel.close();
                throw new SuiteException("already running on " + directory.root() + holder + ": see "
                        + CommandHint.of(directory, "status") + ", end it with " + CommandHint.of(directory, "down")
                        + ", or choose another --data DIR");
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
            return new SuiteLock(channel);
        } catch (IOException e) {
            throw new SuiteException("the lock " + file + " cannot be taken: " + FileTrouble.of(e), e);
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
            throw new SuiteException("the lock " + file + " cannot be read: " + FileTrouble.of(e), e);
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(LONGEST_PID);
        channel.read(pid, 0);
        String text = US_ASCII.decode(pid.flip()).toString();
        return text.matches("[0-9]+") ? " (pid " + text + ")" : "";
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
