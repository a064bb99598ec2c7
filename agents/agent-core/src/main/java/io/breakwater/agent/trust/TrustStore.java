package io.breakwater.agent.trust;

import io.breakwater.agent.disk.BoundedFile;
import io.breakwater.agent.disk.Disk;
import io.breakwater.agent.identity.Enrolment;
import io.breakwater.agent.identity.Remains;
import io.breakwater.agent.trust.IndexRefusedException.Why;
import io.breakwater.agent.words.ToldException;
import io.breakwater.agent.words.Words;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The trust in force and the signed index it rests on, in two copies on disk. One thread changes it (the mode keeper's); any may read.
 */
public final class TrustStore {
    private static final Logger LOG = Logger.getLogger(TrustStore.class);
    private static final int FORMAT = 1;
    private static final int MOST_OCTETS = 4 << 20;

    private final List<Path> copies;
    private final Disk disk;
    private volatile Optional<Trust> trust = Optional.empty();
    private volatile Optional<Held> held = Optional.empty();
    private volatile List<String> faults = List.of();

    /** @param file of the index; the second copy lies beside it */
    public TrustStore(Path file, Disk disk) {
        this.copies = List.of(file, file.resolveSibling(file.getFileName() + ".copy"));
        this.disk = disk;
    }

    /** The index in force. @param tag for {@code If-None-Match} */
    public record Held(SnapshotIndex index, SignedDocument document, String tag) {}

    /** What the agent believes, or empty before it has enrolled. */
    public Optional<Trust> trust() {
        return trust;
    }

    /** The newest index that was accepted. */
    public Optional<Held> index() {
        return held;
    }

    /** A sentence for each copy of the index that was on disk at the beginning and could not be used. */
    public List<String> faults() {
        return faults;
    }

    /** Begins with what the enrolment says, then takes the newest index on disk that verifies. */
    public void begin(Enrolment enrolment) throws GeneralSecurityException {
        Trust enrolled = Trust.of(enrolment);
        trust = Optional.of(enrolled);
        held = Optional.empty();
        List<String> found = new ArrayList<>();
        List<Path> missing = new ArrayList<>();
        for (Path copy : copies) {
            try {
                if (BoundedFile.isThere(copy)) {
                    takeIfNewer(read(copy));
                } else {
                    missing.add(copy);
                }
            } catch (IndexRefusedException | IOException e) {
                // The other copy, or the enrolment, holds.
                found.add("the index " + copy.getFileName() + " cannot be used: " + Words.of(e));
            }
        }
        if (held.isPresent()) {
            missing.forEach(copy -> found.add("the index " + copy.getFileName() + " was gone"));
            mend().stream()
                    .filter(fault -> found.isEmpty() || fault.contains("cannot be mended"))
                    .forEach(found::add);
        }
        faults = List.copyOf(found);
    }

    /**
     * Brings a copy that is missing, damaged or behind up to the index in force: else damage to the other one would bring the past back.
     *
     * @return a sentence for each
     */
    public List<String> mend() {
        List<String> found = new ArrayList<>();
        byte[] file = held.map(now -> now.document().file()).orElse(null);
        for (Path copy : file == null ? List.<Path>of() : copies) {
            if (isSame(copy, file)) {
                continue;
            }
            try {
                disk.replace(copy, file);
                found.add("the index " + copy.getFileName() + " was gone, damaged or open to others and is made anew");
            } catch (IOException e) {
                found.add("the index " + copy.getFileName() + " was gone or damaged and cannot be mended: "
                        + Words.of(e));
            }
        }
        return found;
    }

    private static boolean isSame(Path copy, byte[] file) {
        try {
            return BoundedFile.isPrivate(copy) && Arrays.equals(BoundedFile.read(copy, MOST_OCTETS), file);
        } catch (IOException e) {
            return false;
        }
    }

    /** Puts a lost enrolment together again from the index on disk that its keys signed; empty when there is none. */
    public Optional<Enrolment> rebuild(Remains remains) {
        for (Path copy : copies) {
            try {
                SignedDocument document = read(copy);
                SnapshotIndex index = parse(document);
                if (document.signedByOneOf(SignedDocument.keys(remains.snapshotKeys()))
                        && remains.customerId().equals(index.customerId())) {
                    return Optional.of(enrolment(remains, index));
                }
            } catch (IOException | IndexRefusedException | GeneralSecurityException e) {
                LOG.debugf(e, "nothing can be put together from %s", copy);
            }
        }
        return Optional.empty();
    }

    private static Enrolment enrolment(Remains remains, SnapshotIndex index) {
        return new Enrolment(
                remains.agentId(),
                index.customerId(),
                index.groupId(),
                index.groupKind(),
                index.groupId(),
                index.designated(),
                index.drSettings(),
                index.replay(),
                remains.snapshotKeys(),
                index.eventKeys());
    }

    /**
     * Accepts a newer index: on disk first, then in force.
     *
     * @return whether it changed anything; false when it is the one in force
     * @throws IndexRefusedException when it is not to be believed
     */
    public boolean accept(SignedDocument document) throws IndexRefusedException, IOException {
        Trust now = trust.orElseThrow(() -> new IllegalStateException("not enrolled"));
        SnapshotIndex index = verified(document, now);
        if (index.sequence() == now.sequence() && held.isPresent()) {
            if (tag(document).equals(held.get().tag())) {
                return false;
            }
            throw new IndexRefusedException(Why.ROLLBACK, "two indexes have the sequence " + index.sequence());
        }
        if (index.sequence() <= now.sequence()) {
            throw new IndexRefusedException(
                    Why.ROLLBACK, "index " + index.sequence() + " is older than ours, " + now.sequence());
        }
        write(document);
        take(index, document, now);
        return true;
    }

    /** One copy is enough; the other one is mended later. */
    private void write(SignedDocument document) throws IOException {
        IOException failure = null;
        int written = 0;
        for (Path copy : copies) {
            try {
                disk.replace(copy, document.file());
                written++;
            } catch (IOException e) {
                failure = e;
            }
        }
        if (written == 0) {
            throw failure;
        }
    }

    private void takeIfNewer(SignedDocument document) throws IndexRefusedException {
        Trust now = trust.orElseThrow();
        SnapshotIndex index = verified(document, now);
        if (index.sequence() > now.sequence()) {
            take(index, document, now);
        }
    }

    private void take(SnapshotIndex index, SignedDocument document, Trust now) {
        held = Optional.of(new Held(index, document, tag(document)));
        trust = Optional.of(now.with(index));
    }

    private static SnapshotIndex verified(SignedDocument document, Trust now) throws IndexRefusedException {
        if (!document.signedByOneOf(now.snapshotKeys())) {
            throw new IndexRefusedException(Why.SIGNATURE, "the snapshot index bears no signature that counts");
        }
        SnapshotIndex index = parse(document);
        if (!now.customerId().equals(index.customerId()) || !now.groupId().equals(index.groupId())) {
            throw new IndexRefusedException(Why.FOREIGN, "the snapshot index belongs to another tenant or group");
        }
        return index;
    }

    private static SnapshotIndex parse(SignedDocument document) throws IndexRefusedException {
        try {
            SnapshotIndex index = EventCodec.mapper().readValue(document.octets(), SnapshotIndex.class);
            if (index == null || index.format() != FORMAT || index.snapshots() == null) {
                throw new IndexRefusedException(Why.UNREADABLE, "the snapshot index is of another format");
            }
            return index;
        } catch (IOException e) {
            throw new IndexRefusedException(Why.UNREADABLE, "the snapshot index cannot be read", e);
        }
    }

    private static SignedDocument read(Path copy) throws IOException {
        return SignedDocument.ofFile(BoundedFile.read(copy, MOST_OCTETS))
                .orElseThrow(() -> new ToldException("it is damaged"));
    }

    private static String tag(SignedDocument document) {
        return "\"" + DocumentSignature.sha256(document.octets()) + "\"";
    }
}
