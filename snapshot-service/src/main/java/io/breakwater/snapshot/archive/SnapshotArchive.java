package io.breakwater.snapshot.archive;

import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.contracts.snapshot.SnapshotManifest;
import io.breakwater.contracts.snapshot.SnapshotManifest.FileEntry;
import io.breakwater.snapshot.content.CanonicalJson;
import io.breakwater.snapshot.content.GroupContent;
import io.breakwater.snapshot.signing.DocumentSigner;
import io.breakwater.snapshot.signing.SignedDocument;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts contents away as snapshots. Methods run in the caller's transaction, which holds the tenant's lock. */
@Singleton
public class SnapshotArchive {
    private static final String CONFIG = "CONFIG";

    private final SnapshotRepository repository;
    private final DocumentSigner signer;

    SnapshotArchive(SnapshotRepository repository, DocumentSigner signer) {
        this.repository = repository;
        this.signer = signer;
    }

    /**
     * Makes a snapshot of the content, unless the group's newest one says the same and its stored octets are still what was signed.
     *
     * @param capture facts of the capture that every snapshot of it shares
     */
    public Uni<Kept> keep(Capture capture, GroupContent content) {
        String groupId = content.group().id();
        return repository
                .findNewest(capture.customerId(), groupId, CONFIG)
                .chain(newest -> sameAndIntact(newest, capture, content)
                        .chain(same -> same ? verified(newest, capture) : create(newest, capture, content)));
    }

    /** What the manifests of one capture share. */
    public record Capture(String customerId, long configurationRevision, String binaryVersion, Instant at) {}

    /** Lets the tenant's snapshots that were captured during a test be listed. */
    public Uni<Void> publish(String customerId, Instant now) {
        return repository.publish(customerId, now).replaceWithVoid();
    }

    /** The tenant's snapshots that may be listed, by group, newest first. */
    public Uni<List<ListedSnapshot>> listed(String customerId) {
        return repository.listed(customerId);
    }

    /** The first step of a deletion: no index will list them. */
    public Uni<Void> retire(List<Long> ids, Instant now) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : repository.retire(ids, now).replaceWithVoid();
    }

    /** The second step: deletes what was retired at that time or before, of tenants in NORMAL. Answers how many. */
    public Uni<Integer> deleteRetired(Instant before) {
        return repository.deleteRetired(before.atOffset(ZoneOffset.UTC));
    }

    private Uni<Boolean> sameAndIntact(SnapshotEntity newest, Capture capture, GroupContent content) {
        boolean same = newest != null
                && newest.contentDigest.equals(content.digest())
                && newest.binaryVersion.equals(capture.binaryVersion())
                && newest.manifestDigest.equals(DocumentSignature.sha256(newest.manifest));
        return same ? repository.intact(newest.id) : Uni.createFrom().item(false);
    }

    private Uni<Kept> verified(SnapshotEntity newest, Capture capture) {
        newest.verifiedAt = capture.at();
        return Uni.createFrom().item(new Kept(newest.groupId, false, newest.name));
    }

    private Uni<Kept> create(SnapshotEntity newest, Capture capture, GroupContent content) {
        Instant created = SnapshotName.instant(capture.at(), newest == null ? null : newest.createdAt);
        SnapshotEntity entity = new SnapshotEntity();
        entity.customerId = capture.customerId();
        entity.groupId = content.group().id();
        entity.kind = CONFIG;
        entity.sequence = newest == null ? 1 : newest.sequence + 1;
        entity.name = SnapshotName.config(created);
        entity.createdAt = created;
        entity.configurationRevision = capture.configurationRevision();
        entity.binaryVersion = capture.binaryVersion();
        entity.contentDigest = content.digest();
        entity.verifiedAt = capture.at();
        sign(entity, content);
        return repository
                .persistAndFlush(entity)
                .chain(stored -> putFiles(stored, content))
                .replaceWith(new Kept(entity.groupId, true, entity.name));
    }

    private void sign(SnapshotEntity entity, GroupContent content) {
        List<FileEntry> files = content.files().entrySet().stream()
                .map(file ->
                        new FileEntry(file.getKey(), file.getValue().length, DocumentSignature.sha256(file.getValue())))
                .toList();
        SignedDocument manifest = signer.sign(CanonicalJson.octets(new SnapshotManifest(
                1,
                entity.customerId,
                entity.groupId,
                entity.kind,
                entity.sequence,
                entity.name,
                entity.createdAt,
                entity.configurationRevision,
                entity.binaryVersion,
                files)));
        entity.manifest = manifest.octets();
        entity.manifestDigest = manifest.digest();
        entity.signature = manifest.signature();
    }

    private Uni<Void> putFiles(SnapshotEntity snapshot, GroupContent content) {
        List<SnapshotFileEntity> files = new ArrayList<>();
        content.files().forEach((name, octets) -> files.add(file(snapshot.id, name, octets)));
        return repository
                .persistAll(files)
                .chain(() -> repository.persistAll(files.stream()
                        .flatMap(file -> pieces(file, content.files().get(file.name)).stream())
                        .toList()));
    }

    private static SnapshotFileEntity file(long snapshotId, String name, byte[] octets) {
        SnapshotFileEntity entity = new SnapshotFileEntity();
        entity.snapshotId = snapshotId;
        entity.name = name;
        entity.size = octets.length;
        entity.digest = DocumentSignature.sha256(octets);
        return entity;
    }

    private static List<SnapshotPieceEntity> pieces(SnapshotFileEntity file, byte[] octets) {
        List<SnapshotPieceEntity> pieces = new ArrayList<>();
        for (int from = 0; from < octets.length; from += ArchivedFiles.PIECE_SIZE) {
            SnapshotPieceEntity piece = new SnapshotPieceEntity();
            piece.fileId = file.id;
            piece.place = from / ArchivedFiles.PIECE_SIZE;
            piece.octets = Arrays.copyOfRange(octets, from, Math.min(octets.length, from + ArchivedFiles.PIECE_SIZE));
            pieces.add(piece);
        }
        return pieces;
    }
}
