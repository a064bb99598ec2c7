package io.breakwater.snapshot.archive;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class SnapshotRepository implements PanacheRepositoryBase<SnapshotEntity, Long> {
    private static final String LISTED = "select new io.breakwater.snapshot.archive.ListedSnapshot("
            + "s.id, s.groupId, s.name, s.kind, s.sequence, s.manifestDigest, s.createdAt, s.configurationRevision)"
            + " from SnapshotEntity s where s.customerId = :customerId and s.retiredAt is null"
            + " and s.publishedAt is not null order by s.groupId, s.sequence desc";
    private static final String FILE = "select new io.breakwater.snapshot.archive.StoredFile(f.id, f.size, f.digest)"
            + " from SnapshotFileEntity f, SnapshotEntity s where f.snapshotId = s.id and s.customerId = :customerId"
            + " and s.groupId = :groupId and s.name = :name and s.publishedAt is not null and f.name = :file";
    private static final String PIECE =
            "select p.octets from SnapshotPieceEntity p where p.fileId = :fileId and p.place = :place";
    /** The stored octets of a snapshot's files, hashed by the database itself. */
    private static final String INTACT = "select count(*) from snapshot_file f where f.snapshot_id = :id"
            + " and f.digest <> encode(sha256(coalesce((select string_agg(p.octets, ''::bytea order by p.place)"
            + " from snapshot_piece p where p.file_id = f.id), ''::bytea)), 'hex')";

    private static final String DELETE = "delete from snapshot s where s.retired_at <= :before and not exists"
            + " (select 1 from tenant_mode m where m.customer_id = s.customer_id and m.mode <> 'NORMAL')";

    Uni<SnapshotEntity> findNewest(String customerId, String groupId, String kind) {
        return find("customerId = ?1 and groupId = ?2 and kind = ?3 order by sequence desc", customerId, groupId, kind)
                .firstResult();
    }

    Uni<SnapshotEntity> findPublished(String customerId, String groupId, String name) {
        return find(
                        "customerId = ?1 and groupId = ?2 and name = ?3 and publishedAt is not null",
                        customerId,
                        groupId,
                        name)
                .firstResult();
    }

    Uni<List<ListedSnapshot>> listed(String customerId) {
        return session()
                .chain(session -> session.createQuery(LISTED, ListedSnapshot.class)
                        .setParameter("customerId", customerId)
                        .getResultList());
    }

    Uni<Integer> publish(String customerId, Instant now) {
        return update("publishedAt = ?1 where customerId = ?2 and publishedAt is null", now, customerId);
    }

    Uni<Integer> retire(Collection<Long> ids, Instant now) {
        return update("retiredAt = ?1 where id in ?2", now, ids);
    }

    Uni<StoredFile> findFile(String customerId, String groupId, String name, String file) {
        return session()
                .chain(session -> session.createQuery(FILE, StoredFile.class)
                        .setParameter("customerId", customerId)
                        .setParameter("groupId", groupId)
                        .setParameter("name", name)
                        .setParameter("file", file)
                        .getSingleResultOrNull());
    }

    Uni<byte[]> piece(long fileId, int place) {
        return session()
                .chain(session -> session.createQuery(PIECE, byte[].class)
                        .setParameter("fileId", fileId)
                        .setParameter("place", place)
                        .getSingleResultOrNull());
    }

    Uni<Boolean> intact(long snapshotId) {
        return session()
                .chain(session -> session.createNativeQuery(INTACT, Long.class)
                        .setParameter("id", snapshotId)
                        .getSingleResult()
                        .map(damaged -> damaged == 0));
    }

    Uni<Integer> deleteRetired(OffsetDateTime before) {
        return session()
                .chain(session -> session.createNativeQuery(DELETE)
                        .setParameter("before", before)
                        .executeUpdate());
    }

    Uni<Void> persistAll(List<?> entities) {
        return session()
                .chain(session -> session.persistAll(entities.toArray()))
                .chain(() -> session())
                .chain(Mutiny.Session::flush);
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
