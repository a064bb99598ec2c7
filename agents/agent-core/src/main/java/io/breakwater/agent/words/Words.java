package io.breakwater.agent.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Says what failed so that an operator understands it: our own failures in their own words, all others by their kind. Always one line of
 * bounded length. Stateless.
 */
public final class Words {
    /** The longest sentence about one thing. */
    public static final int MOST_CHARACTERS = 400;

    /** What operating systems say, and what it means here. */
    private static final Map<String, String> SYSTEM = system();

    private Words() {}

    /** The failure in words. */
    public static String of(Throwable failure) {
        if (failure instanceof ForPeople told && told.getMessage() != null) {
            return bounded(told.getMessage());
        }
        if (failure instanceof FileSystemException file) {
            return bounded(of(file));
        }
        return bounded(byKind(failure));
    }

    /** One line, not longer than a sentence may be, without control characters. */
    public static String bounded(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    private static String of(FileSystemException failure) {
        String file = failure.getFile() == null ? "a file" : failure.getFile();
        if (failure instanceof NoSuchFileException) {
            return file + " is not there";
        }
        if (failure instanceof AccessDeniedException) {
            return file + ": the user that this agent runs as has no permission";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return file + " is there already";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return file + " is a directory that is not empty";
        }
        if (failure instanceof NotDirectoryException) {
            return file + " is no directory";
        }
        if (failure instanceof NotLinkException) {
            return file + " is no link";
        }
        return file + ": " + system(failure.getReason());
    }

    private static String byKind(Throwable failure) {
        if (failure instanceof JsonProcessingException) {
            return "it is no readable JSON";
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "nobody answers there";
        }
        if (failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException) {
            return "its name cannot be resolved";
        }
        if (failure instanceof HttpTimeoutException || failure instanceof TimeoutException) {
            return "no answer came in time";
        }
        if (failure instanceof SSLException) {
            return "TLS could not be set up";
        }
        if (failure instanceof GeneralSecurityException) {
            return "a key or certificate cannot be used";
        }
        if (failure instanceof IOException) {
            return system(failure.getMessage());
        }
        return failure instanceof VirtualMachineError ? "there is too little memory" : "an internal error";
    }

    private static String system(String said) {
        String text = said == null ? "" : said.toLowerCase(Locale.ROOT);
        return SYSTEM.entrySet().stream()
                .filter(known -> text.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("reading or writing failed");
    }

    private static Map<String, String> system() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("read-only file system", "the file system is read-only");
        words.put("no space left", "the disk is full");
        words.put("quota exceeded", "the disk quota is used up");
        words.put("input/output error", "the disk reports an input/output error");
        words.put("structure needs cleaning", "the file system is damaged");
        words.put("stale file handle", "the network file system has lost it");
        words.put("is a directory", "it is a directory");
        words.put("not a directory", "a part of its path is no directory");
        words.put("directory not empty", "it is a directory that is not empty");
        words.put("permission denied", "the user that this agent runs as has no permission");
        words.put("operation not permitted", "the user that this agent runs as has no permission");
        words.put("too many levels of symbolic links", "its link leads in a circle");
        words.put("file name too long", "its name is too long");
        words.put("too many open files", "the process has too many open files");
        words.put("connection reset", "the connection was broken off");
        words.put("closed", "the connection was closed");
        words.put("eof", "the connection was closed");
        return words;
    }
}
