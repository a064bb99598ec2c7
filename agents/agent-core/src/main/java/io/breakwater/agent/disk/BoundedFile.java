package io.breakwater.agent.disk;

import io.breakwater.agent.words.ToldException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Reads files that should be small: never more octets than allowed, and never what is no file (a pipe would wait for ever). Stateless. */
public final class BoundedFile {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private BoundedFile() {}

    /** Whether anything bears that name, a link that leads nowhere included. */
    public static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether the file is for its owner alone; true where there is no such thing. */
    public static boolean isPrivate(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || OWNERS.containsAll(view.readAttributes().permissions());
    }

    /** The whole content. @throws IOException when it is no file, larger, or cannot be read; what this class itself says is for people */
    public static byte[] read(Path file, int mostOctets) throws IOException {
        if (!isThere(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.isDirectory(file)) {
            throw new ToldException("it is a directory");
        }
        if (!Files.isRegularFile(file)) {
            throw new ToldException(Files.exists(file) ? "it is no regular file" : "it is a link that leads nowhere");
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] octets = content.readNBytes(mostOctets + 1);
            if (octets.length > mostOctets) {
                throw new ToldException("it is larger than " + mostOctets + " octets");
            }
            return octets;
        }
    }
}
