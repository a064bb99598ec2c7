package io.breakwater.snapshot.archive;

import io.breakwater.snapshot.signing.SignedDocument;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Reads published snapshots. Each call has a session of its own, so that none is held while octets travel. Answers null for what is not there. */
@Singleton
public class ArchivedFiles {
    /** Octets of a piece; only a file's last may be shorter. */
    public static final int PIECE_SIZE = 1 << 20;

    private final SnapshotRepository repository;

    ArchivedFiles(SnapshotRepository repository) {
        this.repository = repository;
    }

    @WithSession
    public Uni<SignedDocument> manifest(String customerId, String groupId, String name) {
        return repository
                .findPublished(customerId, groupId, name)
                .map(found -> found == null
                        ? null
                        : new SignedDocument(found.manifest, found.manifestDigest, found.signature));
    }

    @WithSession
    public Uni<StoredFile> file(String customerId, String groupId, String name, String file) {
        return repository.findFile(customerId, groupId, name, file);
    }

    /** @param place number of the piece, from 0 */
    @WithSession
    public Uni<byte[]> piece(long fileId, int place) {
        return repository.piece(fileId, place);
    }
}
