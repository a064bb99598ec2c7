package io.breakwater.drctl;

import java.io.IOException;
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

    private InputFile() {}

    public static String read(String name, Charset charset) throws CommandFailedException {
        try {
            return name.equals(STDIN)
                    ? new String(System.in.readAllBytes(), charset)
                    : Files.readString(Path.of(name), charset);
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
}
