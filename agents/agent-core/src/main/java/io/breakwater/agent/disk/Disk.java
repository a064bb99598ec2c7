package io.breakwater.agent.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The steps by which an agent changes its disk. Each one is either done or not done after a crash; {@link #write} and a closed stream
 * of {@link #create} are on the medium, a rename or a link only after {@link #syncDirectory}.
 */
public interface Disk {
    /** Makes the directory and its parents, for the owner alone, durably. */
    void makeDirectory(Path directory) throws IOException;

    /** Writes a file for the owner alone (0600), replacing one of that name, and syncs it. */
    void write(Path file, byte[] octets) throws IOException;

    /** Begins a file for the owner alone (0600); closing the stream syncs it. */
    OutputStream create(Path file) throws IOException;

    /** Renames atomically, replacing a file of that name. */
    void rename(Path from, Path to) throws IOException;

    /** Makes a symbolic link. */
    void link(Path link, Path target) throws IOException;

    /** Makes renames and links in that directory durable. */
    void syncDirectory(Path directory) throws IOException;

    /** Deletes a file or a whole directory; nothing there is no failure. */
    void delete(Path path) throws IOException;

    /** Replaces a file so that after a crash the old or the new one is there, whole. What else bears its name is put aside. */
    default void replace(Path file, byte[] octets) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
        ensureDirectory(file.getParent());
        putDirectoryAside(temporary);
        write(temporary, octets);
        putDirectoryAside(file);
        rename(temporary, file);
        syncDirectory(file.getParent());
    }

    /** Makes the directory unless it is there; what else bears its name is put aside. */
    default void ensureDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        if (BoundedFile.isThere(directory)) {
            putAside(directory);
        }
        makeDirectory(directory);
    }

    /** A directory in the place of a file or link: no rename goes over it. */
    default void putDirectoryAside(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            putAside(path);
        }
    }

    private void putAside(Path path) throws IOException {
        Path aside = path.resolveSibling(".displaced-" + path.getFileName());
        delete(aside);
        rename(path, aside);
    }
}
