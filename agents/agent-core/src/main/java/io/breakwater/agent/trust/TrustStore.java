package io.breakwater.agent.trust;

import io.breakwater.agent.disk.Disk;
import io.breakwater.agent.identity.Enrolment;
import io.breakwater.agent.trust.IndexRefusedException.Why;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The trust in force and the signed index it rests on, in two copies on disk. One thread changes it (the mode keeper's); any may read.
 */
public final class TrustStore {
    private static final int FORMAT = 1;

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
        List<String> found = new ArrayList<>();
        for (Path copy : copies) {
            try {
                if (Files.exists(copy)) {
                    takeIfNewer(read(copy));
                }
            } catch (IndexRefusedException | IOException e) {
                // The other copy, or the enrolment, holds.
                found.add("the index " + copy.getFileName() + " cannot be used: " + e.getMessage());
            }
        }
        repair(found);
        faults = List.copyOf(found);
    }

    /** Brings a copy that is missing, damaged or behind up to the index in force: else damage to the other one would bring the past back. */
    private void repair(List<String> found) {
        if (held.isEmpty()) {
            return;
        }
        byte[] file = held.get().document().file();
        for (Path copy : copies) {
            try {
                if (!Files.exists(copy) || !Arrays.equals(Files.readAllBytes(copy), file)) {
                    disk.replace(copy, file);
                }
            } catch (IOException e) {
                found.add("the index " + copy.getFileName() + " cannot be repaired: " + e.getMessage());
            }
        }
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
        for (Path copy : copies) {
            disk.replace(copy, document.file());
        }
        take(index, document, now);
        return true;
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
        return SignedDocument.ofFile(Files.readAllBytes(copy)).orElseThrow(() -> new IOException("it is damaged"));
    }

    private static String tag(SignedDocument document) {
        return "\"" + DocumentSignature.sha256(document.octets()) + "\"";
    }
}
