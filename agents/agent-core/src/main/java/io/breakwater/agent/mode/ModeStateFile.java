package io.breakwater.agent.mode;

import io.breakwater.agent.disk.BoundedFile;
import io.breakwater.agent.disk.Disk;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.status.Troubles;
import io.breakwater.agent.words.ToldException;
import io.breakwater.agent.words.Words;
import io.breakwater.contracts.snapshot.DocumentSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The mode state on disk, in two copies ({@code mode.a}, {@code mode.b}): a line with the SHA-256 of the rest, then JSON with the
 * generation. Both are written each time, so that either alone is enough; the first that is on the medium makes the write good. A file
 * of octets is kept in reserve, so that a full disk does not keep a mode from being written. For one thread.
 */
public final class ModeStateFile {
    private static final Logger LOG = Logger.getLogger(ModeStateFile.class);
    private static final int RESERVE_OCTETS = 512 << 10;
    private static final int DIGEST_LINE = 65;
    private static final int MOST_OCTETS = 4 << 20;

    private final Path directory;
    private final Disk disk;

    public ModeStateFile(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    /**
     * What was found.
     *
     * @param state the newest readable copy's, or empty
     * @param faults a sentence for each copy that is there and cannot be read
     */
    public record Loaded(Optional<ModeState> state, List<String> faults) {}

    /** Reads both copies and repairs the one that is damaged, missing or behind. Never fails: what cannot be used is said. */
    public Loaded load() {
        List<String> faults = new ArrayList<>();
        List<Path> missing = new ArrayList<>();
        List<ModeState> found = new ArrayList<>();
        for (Path copy : copies()) {
            if (BoundedFile.isThere(copy)) {
                readPrivate(copy, faults).ifPresent(found::add);
            } else {
                missing.add(copy);
            }
        }
        Optional<ModeState> newest = found.stream().max(Comparator.comparingLong(ModeState::generation));
        boolean alike = faults.isEmpty()
                && found.size() == copies().size()
                && found.get(0).equals(found.get(1));
        if (newest.isPresent()) {
            missing.forEach(copy -> faults.add("the state file " + copy.getFileName() + " was gone"));
        }
        if (newest.isPresent() && !alike) {
            repair(newest.get(), faults);
        }
        return new Loaded(newest, faults);
    }

    /** A disk that cannot be written does not keep a state from being read. */
    private void repair(ModeState newest, List<String> faults) {
        try {
            write(newest);
        } catch (IOException e) {
            faults.add("the state file cannot be mended: " + Words.of(e));
        }
    }

    /**
     * The state that is to be resumed; says aloud when it was lost. Empty: there is none, or none that can be read.
     *
     * @param expected whether there must be one: an agent writes it before it enrols
     */
    Optional<ModeState> recall(Troubles troubles, boolean expected) {
        Loaded loaded = load();
        String faults = String.join("; ", loaded.faults());
        if (loaded.state().isPresent()) {
            if (!loaded.faults().isEmpty()) {
                troubles.also(Trouble.MENDED, faults);
            }
        } else if (expected || !loaded.faults().isEmpty()) {
            String why = loaded.faults().isEmpty() ? "the state files are gone" : faults;
            troubles.raise(Trouble.STATE_LOST, "mode and replay state are lost, starting in NORMAL: " + why);
        }
        return loaded.state();
    }

    /** Makes both copies be that state, which was read or written last. @return a sentence for each copy that was not */
    List<String> mend(ModeState state) {
        List<String> faults = new ArrayList<>();
        for (Path copy : copies()) {
            List<String> found = new ArrayList<>();
            boolean same = readPrivate(copy, found).filter(state::equals).isPresent();
            if (!same || !found.isEmpty()) {
                faults.add("the state file " + copy.getFileName() + " was gone, damaged or open to others");
            }
        }
        if (!faults.isEmpty()) {
            repair(state, faults);
        }
        return faults;
    }

    /** Makes the state durable in at least one copy. @throws IOException when neither could be written: nothing may be done then */
    public void write(ModeState state) throws IOException {
        byte[] json = ModeStateJson.write(state);
        byte[] line = (DocumentSignature.sha256(json) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] file = Arrays.copyOf(line, line.length + json.length);
        System.arraycopy(json, 0, file, line.length, json.length);
        IOException failure = attempt(file);
        if (failure != null && BoundedFile.isThere(reserve())) {
            disk.delete(reserve());
            failure = attempt(file);
        }
        if (failure != null) {
            throw failure;
        }
        keepReserve();
    }

    /** @return null when at least one copy is on the medium */
    private IOException attempt(byte[] file) {
        IOException failure = null;
        int written = 0;
        for (Path copy : copies()) {
            try {
                disk.replace(copy, file);
                written++;
            } catch (IOException e) {
                failure = e;
            }
        }
        return written > 0 ? null : failure;
    }

    private void keepReserve() {
        if (Files.exists(reserve())) {
            return;
        }
        try {
            disk.write(reserve(), new byte[RESERVE_OCTETS]);
        } catch (IOException e) {
            // The disk is full: the state itself is written, and the reserve comes back with a later write.
            discardReserve();
        }
    }

    /** The state is on the medium already: no reserve, whole or not, may undo that. */
    private void discardReserve() {
        try {
            disk.delete(reserve());
        } catch (IOException e) {
            LOG.debugf("the state's reserve cannot be deleted: %s", Words.of(e));
        }
    }

    /** One that others could read is as good as any, but is written anew. */
    private static Optional<ModeState> readPrivate(Path copy, List<String> faults) {
        try {
            if (!BoundedFile.isPrivate(copy)) {
                faults.add("the state file " + copy.getFileName() + " was open to others");
            }
        } catch (IOException e) {
            return read(copy, faults);
        }
        return read(copy, faults);
    }

    private static Optional<ModeState> read(Path copy, List<String> faults) {
        try {
            byte[] file = BoundedFile.read(copy, MOST_OCTETS);
            if (file.length <= DIGEST_LINE) {
                throw new ToldException("it is truncated");
            }
            byte[] json = Arrays.copyOfRange(file, DIGEST_LINE, file.length);
            String digest = new String(file, 0, DIGEST_LINE - 1, StandardCharsets.US_ASCII);
            if (!DocumentSignature.sha256(json).equals(digest)) {
                throw new ToldException("its checksum is wrong");
            }
            return Optional.of(ModeStateJson.read(json));
        } catch (IOException e) {
            faults.add("the state file " + copy.getFileName() + " cannot be used: " + Words.of(e));
            return Optional.empty();
        }
    }

    private List<Path> copies() {
        return List.of(directory.resolve("mode.a"), directory.resolve("mode.b"));
    }

    private Path reserve() {
        return directory.resolve("reserve");
    }
}
