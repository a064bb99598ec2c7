package io.breakwater.snapshot.retention;

import io.breakwater.snapshot.archive.ListedSnapshot;
import io.breakwater.snapshot.archive.SnapshotArchive;
import io.breakwater.snapshot.retention.RetentionPolicy.Candidate;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Deletes snapshots in two steps: {@link #retire} takes them out of the index, {@link #deleteRetired} deletes them after the grace time (I7). */
@Singleton
public class Retention {
    private final SnapshotArchive archive;
    private final RetentionConfig config;
    private final RetentionPolicy policy;
    private final Clock clock;

    Retention(SnapshotArchive archive, RetentionConfig config, Clock clock) {
        this.archive = archive;
        this.config = config;
        this.policy = new RetentionPolicy(config.keep(), config.days());
        this.clock = clock;
    }

    /** Retires what the policy lets go of each of the tenant's groups. Runs in the caller's transaction, before the index is built. */
    public Uni<Void> retire(String customerId, Instant now) {
        return archive.listed(customerId).chain(listed -> archive.retire(superfluous(listed, now), now));
    }

    /** Deletes what is over its grace time. Answers how many snapshots. */
    @WithTransaction
    public Uni<Integer> deleteRetired() {
        return archive.deleteRetired(clock.instant().minus(config.grace()));
    }

    private List<Long> superfluous(List<ListedSnapshot> listed, Instant now) {
        return listed.stream().collect(Collectors.groupingBy(ListedSnapshot::groupId)).values().stream()
                .flatMap(group -> policy
                        .superfluous(group.stream().map(Retention::candidate).toList(), now)
                        .stream())
                .toList();
    }

    private static Candidate candidate(ListedSnapshot snapshot) {
        return new Candidate(snapshot.id(), snapshot.sequence(), snapshot.created());
    }
}
