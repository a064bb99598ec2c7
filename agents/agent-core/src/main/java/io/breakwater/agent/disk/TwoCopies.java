package io.breakwater.agent.disk;

import io.breakwater.agent.words.ToldException;
import io.breakwater.agent.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something that an agent cannot live without: in two files that carry their checksums, the second one beside the first with {@code
 * .copy} behind its name. Either alone is enough; what is damaged, missing or behind is made anew from the other one. Safe for threads.
 */
public final class TwoCopies<T> {
    private static final int MOST_OCTETS = 1 << 20;

    private final List<Path> copies;
    private final Seal seal;
    private final Reader<T> reader;
    private final Disk disk;
    private byte[] sealed;

    /** @param file of the first copy */
    public TwoCopies(Path file, Seal seal, Reader<T> reader, Disk disk) {
        this.copies = List.of(file, file.resolveSibling(file.getFileName() + ".copy"));
        this.seal = seal;
        this.reader = reader;
        this.disk = disk;
    }

    /** Understands the content. */
    public interface Reader<T> {
        T read(byte[] content) throws IOException, GeneralSecurityException;
    }

    /**
     * What was found.
     *
     * @param value empty when neither copy can be used, or none is there
     * @param faults a sentence for each copy that is not as it should be
     * @param sealed whether it bore its checksum: what an earlier version wrote does not
     * @param unreadable whether a copy may be whole, but this process cannot read it
     */
    public record Loaded<T>(Optional<T> value, List<String> faults, boolean sealed, boolean unreadable) {}

    private record Found<T>(T value, byte[] content, boolean sealed) {}

    /** Reads both copies and mends the one that needs it. */
    public synchronized Loaded<T> load() {
        List<String> faults = new ArrayList<>();
        List<Found<T>> found = new ArrayList<>();
        List<Path> missing = new ArrayList<>();
        boolean unreadable = false;
        for (Path copy : copies) {
            try {
                if (BoundedFile.isThere(copy)) {
                    found.add(read(copy));
                } else {
                    missing.add(copy);
                }
            } catch (ToldException e) {
                faults.add(copy.getFileName() + " cannot be used: " + Words.of(e));
            } catch (IOException e) {
                unreadable = true;
                faults.add(copy.getFileName() + " cannot be read: " + Words.of(e));
            }
        }
        Optional<Found<T>> best = best(found);
        if (best.isPresent()) {
            sealed = seal.seal(best.get().content());
            boolean hadBoth = best.get().sealed();
            missing.stream().filter(copy -> hadBoth).forEach(copy -> faults.add(copy.getFileName() + " was gone"));
            mend().stream()
                    .filter(fault -> faults.isEmpty() && hadBoth || fault.contains("cannot be mended"))
                    .forEach(faults::add);
        }
        return new Loaded<>(
                best.map(Found::value),
                List.copyOf(faults),
                best.map(Found::sealed).orElse(false),
                unreadable);
    }

    /** A copy of an earlier version bears no checksum: one that does counts more. */
    private static <T> Optional<Found<T>> best(List<Found<T>> found) {
        return found.stream()
                .filter(Found::sealed)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** Writes both. @throws IOException when neither could be written: then what was there stays */
    public synchronized void write(byte[] content) throws IOException {
        byte[] file = seal.seal(content);
        IOException failure = null;
        int written = 0;
        for (Path copy : copies) {
            try {
                disk.replace(copy, file);
                written++;
            } catch (IOException e) {
                failure = e;
            }
        }
        if (written == 0) {
            throw failure;
        }
        sealed = file;
    }

    /** Makes both copies be what was read or written last. @return a sentence for each that was not */
    public synchronized List<String> mend() {
        List<String> faults = new ArrayList<>();
        for (Path copy : sealed == null ? List.<Path>of() : copies) {
            if (!isSame(copy)) {
                faults.add(copy.getFileName() + " was gone, damaged or open to others" + mended(copy));
            }
        }
        return faults;
    }

    private String mended(Path copy) {
        try {
            disk.replace(copy, sealed);
            return " and is made anew";
        } catch (IOException e) {
            return " and cannot be mended: " + Words.of(e);
        }
    }

    private boolean isSame(Path copy) {
        try {
            return BoundedFile.isPrivate(copy) && Arrays.equals(BoundedFile.read(copy, MOST_OCTETS), sealed);
        } catch (IOException e) {
            return false;
        }
    }

    private Found<T> read(Path copy) throws IOException {
        Seal.Opened opened = seal.open(BoundedFile.read(copy, MOST_OCTETS));
        try {
            return new Found<>(reader.read(opened.content()), opened.content(), opened.sealed());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new ToldException("it is damaged", e);
        }
    }
}
