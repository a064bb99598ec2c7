package io.breakwater.agent.snapshot;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** How full the disk of a directory is. */
public interface DiskSpace {
    /** The used fraction, 0 to 1; empty when the system does not say. */
    OptionalDouble used();

    /** Of the file store that holds the directory. */
    static DiskSpace of(Path directory) {
        return () -> {
            try {
                FileStore store = Files.getFileStore(directory);
                long total = store.getTotalSpace();
                return total <= 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(1.0 - (double) store.getUsableSpace() / total);
            } catch (IOException e) {
                return OptionalDouble.empty();
            }
        };
    }
}
