package io.breakwater.snapshot.download;

import io.breakwater.platform.problem.ProblemException;
import io.breakwater.snapshot.index.PublishedIndexes;
import io.breakwater.snapshot.signing.SignedDocument;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;

/** Finds a group's index, at once or when it has become another one. */
@Singleton
class IndexReader {
    private final PublishedIndexes indexes;
    private final IndexWatch watch;
    private final DownloadConfig config;

    IndexReader(PublishedIndexes indexes, IndexWatch watch, DownloadConfig config) {
        this.indexes = indexes;
        this.watch = watch;
        this.config = config;
    }

    /**
     * The index as it is when it is not the one that the caller has, or when the wait is over.
     *
     * @param ifNoneMatch tags of what the caller has, or null
     * @param wait ISO 8601 duration, or null: do not wait
     */
    Uni<SignedDocument> read(GroupKey group, String ifNoneMatch, String wait) {
        Duration atMost = duration(wait);
        return find(group)
                .chain(index -> EntityTag.noneMatchFails(ifNoneMatch, index.digest())
                        ? watch.another(group, index.digest(), atMost).chain(() -> find(group))
                        : Uni.createFrom().item(index));
    }

    private Uni<SignedDocument> find(GroupKey group) {
        return indexes.find(group.customerId(), group.groupId())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("group, or its index is not published yet"));
    }

    private Duration duration(String wait) {
        if (wait == null) {
            return Duration.ZERO;
        }
        try {
            Duration duration = Duration.parse(wait);
            if (duration.isNegative()) {
                throw ProblemException.field("wait", "must not be negative");
            }
            return duration.compareTo(config.longestWait()) > 0 ? config.longestWait() : duration;
        } catch (DateTimeException e) {
            throw ProblemException.field("wait", "must be an ISO 8601 duration, for example PT30S");
        }
    }
}
