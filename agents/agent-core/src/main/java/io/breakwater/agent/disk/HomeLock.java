package io.breakwater.agent.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process out of a home. The operating system lets go of it when the process dies, however it dies. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws HomeTakenException when another process works in that home
     * @throws IOException when the home is such that no lock can be had in it
     */
    public static HomeLock take(Path home) throws IOException {
        Path file = home.resolve("agent.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new HomeLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new HomeTakenException("another agent of this process works in " + home);
        }
        channel.close();
        throw new HomeTakenException(
                "another process works in " + home + ": stop it, or give this agent a home of its own");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
