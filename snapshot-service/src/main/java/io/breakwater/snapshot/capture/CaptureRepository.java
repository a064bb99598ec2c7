package io.breakwater.snapshot.capture;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

@Singleton
class CaptureRepository implements PanacheRepositoryBase<CaptureEntity, String> {
    private static final String MARK = "insert into tenant_capture as c"
            + " (customer_id, marks, marked_since, marked_at, told_revision) values (:customerId, 1, :now, :now,"
            + " case when cast(:told as bigint) > cast(:jump as bigint) then 0 else cast(:told as bigint) end)"
            + " on conflict (customer_id) do update set marks = c.marks + 1,"
            + " marked_since = coalesce(c.marked_since, excluded.marked_since), marked_at = excluded.marked_at,"
            // a revision far ahead of what was captured is no reason to believe in it: it is only looked again
            + " told_revision = case when cast(:told as bigint) > greatest(c.captured_revision, 0) + cast(:jump as bigint)"
            + " then c.told_revision else greatest(c.told_revision, cast(:told as bigint)) end"
            + " where cast(:told as bigint) = 0 or cast(:told as bigint) > c.captured_revision";
    private static final String MARK_OLD = "update tenant_capture set marks = marks + 1, marked_since = :now,"
            + " marked_at = :now where marked_since is null and coalesce(captured_at, attempted_at) <= :before";
    private static final String MARK_OTHER_KEYS = "update tenant_capture c set marks = marks + 1, marked_since = :now,"
            + " marked_at = :now where marked_since is null and captured_at is not null and attempted_at <= :before"
            + " and keys_digest is distinct from :digest and not exists (select 1 from tenant_mode m"
            + " where m.customer_id = c.customer_id and m.mode <> 'NORMAL')";
    private static final String CLAIM = "update tenant_capture set claimed_until = :until"
            + " where customer_id = :customerId and (claimed_until is null or claimed_until <= :now)";
    private static final String STANDINGS = "select new io.breakwater.snapshot.capture.CaptureStanding(c.customerId,"
            + " c.toldRevision, c.capturedRevision) from CaptureEntity c where c.customerId in :customerIds";
    private static final String LOWER = "update tenant_capture set told_revision = :revision"
            + " where customer_id = :customerId and told_revision > :revision";
    private static final String DUE = "select c.customer_id from tenant_capture c"
            + " left join tenant_mode m on m.customer_id = c.customer_id"
            + " where c.marked_since is not null and (coalesce(m.mode, 'NORMAL') <> 'ACTIVE'"
            + " or m.mode_until < :epochSecond)"
            + " and (c.marked_at <= :quietSince or c.marked_since <= :longestSince)"
            + " and (c.retry_at is null or c.retry_at <= :now)"
            + " and (c.claimed_until is null or c.claimed_until <= :now)"
            + " order by c.marked_since limit 50";

    /**
     * @param told revision that an event told of; nothing happens when it was captured already. 0: in any case
     * @param jump how far ahead of the captured one it may be
     */
    Uni<Integer> mark(String customerId, long told, long jump, Instant now) {
        return session()
                .chain(session -> session.createNativeQuery(MARK)
                        .setParameter("customerId", customerId)
                        .setParameter("told", told)
                        .setParameter("jump", jump)
                        .setParameter("now", utc(now))
                        .executeUpdate());
    }

    Uni<Integer> markOlderThan(Instant before, Instant now) {
        return session()
                .chain(session -> session.createNativeQuery(MARK_OLD)
                        .setParameter("before", utc(before))
                        .setParameter("now", utc(now))
                        .executeUpdate());
    }

    /** Marks the tenants whose indexes tell other event keys, and were not tried since. */
    Uni<Integer> markWithOtherKeys(String digest, Instant before, Instant now) {
        return session()
                .chain(session -> session.createNativeQuery(MARK_OTHER_KEYS)
                        .setParameter("digest", digest)
                        .setParameter("before", utc(before))
                        .setParameter("now", utc(now))
                        .executeUpdate());
    }

    Uni<Boolean> claim(String customerId, Instant until, Instant now) {
        return session()
                .chain(session -> session.createNativeQuery(CLAIM)
                        .setParameter("customerId", customerId)
                        .setParameter("until", utc(until))
                        .setParameter("now", utc(now))
                        .executeUpdate()
                        .map(rows -> rows == 1));
    }

    Uni<List<String>> findDue(Debounce debounce, Instant now) {
        return session()
                .chain(session -> session.createNativeQuery(DUE, String.class)
                        .setParameter("quietSince", utc(debounce.quietSince(now)))
                        .setParameter("longestSince", utc(debounce.longestSince(now)))
                        .setParameter("epochSecond", now.getEpochSecond())
                        .setParameter("now", utc(now))
                        .getResultList());
    }

    Uni<List<CaptureStanding>> standings(Collection<String> customerIds) {
        return session()
                .chain(session -> session.createQuery(STANDINGS, CaptureStanding.class)
                        .setParameter("customerIds", customerIds)
                        .getResultList());
    }

    /** Forgets a revision that was told and that the owner does not have. */
    Uni<Integer> lower(String customerId, long revision) {
        return session()
                .chain(session -> session.createNativeQuery(LOWER)
                        .setParameter("customerId", customerId)
                        .setParameter("revision", revision)
                        .executeUpdate());
    }

    Uni<CaptureEntity> lock(String customerId) {
        return findById(customerId, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<Long> countWithOutcome(List<String> outcomes) {
        return count("outcome in ?1", outcomes);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
