package io.breakwater.drctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the files that a user names, with messages that name them back. */
public final class InputFile {

    /** Standard input. */
    public static final String STDIN = "-";

    private static final int LARGEST = 8 << 20;

    private InputFile() {}

    public static String read(String name, Charset charset) throws CommandFailedException {
        try {
            return name.equals(STDIN) ? new String(bounded(System.in, name), charset) : text(Path.of(name), charset);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new CommandFailedException("There is no file " + name, e);
        } catch (AccessDeniedException e) {
            throw new CommandFailedException("The file " + name + " may not be read", e);
        } catch (CharacterCodingException e) {
            throw new CommandFailedException("The file " + name + " is not text in " + charset, e);
        } catch (IOException e) {
            throw new CommandFailedException("The file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(Path file, Charset charset) throws IOException, CommandFailedException {
        try (InputStream in = Files.newInputStream(file)) {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bounded(in, file.toString())))
                    .toString();
        }
    }

    /** Also of what has no size, as a pipe or a device. */
    private static byte[] bounded(InputStream in, String name) throws IOException, CommandFailedException {
        byte[] octets = in.readNBytes(LARGEST + 1);
        if (octets.length > LARGEST) {
            throw new CommandFailedException(
                    name + " is larger than " + (LARGEST >> 20) + " MiB: is it the right file?");
        }
        return octets;
    }
}
