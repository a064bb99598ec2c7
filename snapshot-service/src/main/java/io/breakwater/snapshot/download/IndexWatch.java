package io.breakwater.snapshot.download;

import io.breakwater.snapshot.index.IndexDigest;
import io.breakwater.snapshot.index.PublishedIndexes;
import io.breakwater.snapshot.schedule.RepeatedWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Callers that wait for another index of their group. One query looks at all the indexes that are waited for, whoever published them; when
 * nobody waits there is none. A waiter says which index it knows, so that a change between its look and its wait is not missed. Safe for
 * threads: the set of waiters is concurrent, and each is completed on the context on which it waits.
 */
@Singleton
class IndexWatch {
    private final Vertx vertx;
    private final PublishedIndexes indexes;
    private final DownloadConfig config;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private RepeatedWork work;

    IndexWatch(Vertx vertx, PublishedIndexes indexes, DownloadConfig config, MeterRegistry meters) {
        this.vertx = vertx;
        this.indexes = indexes;
        this.config = config;
        Gauge.builder("breakwater.snapshot.index.waiting", waiters, Set::size)
                .description("Callers that wait for another index")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        work = RepeatedWork.start(vertx, "Watching indexes", config.watchInterval(), this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
        waiters.forEach(this::leave);
    }

    /** Completes when the group has another index than the known one, after the wait at the latest. */
    Uni<Void> another(GroupKey group, String knownDigest, Duration wait) {
        if (wait.isZero() || waiters.size() >= config.mostWaiting()) {
            return Uni.createFrom().voidItem();
        }
        Context context = vertx.getOrCreateContext();
        return Uni.createFrom().emitter(emitter -> enter(new Waiter(group, knownDigest, emitter, context), wait));
    }

    private void enter(Waiter waiter, Duration wait) {
        waiters.add(waiter);
        vertx.setTimer(Math.max(1, wait.toMillis()), ignored -> leave(waiter));
    }

    private void leave(Waiter waiter) {
        if (waiters.remove(waiter)) {
            waiter.context.runOnContext(ignored -> waiter.emitter.complete(null));
        }
    }

    private Uni<Void> look() {
        if (waiters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<String> groupIds =
                waiters.stream().map(waiter -> waiter.group.groupId()).collect(Collectors.toSet());
        return indexes.digests(groupIds).invoke(this::compare).replaceWithVoid();
    }

    private void compare(List<IndexDigest> now) {
        Map<GroupKey, String> digests = now.stream()
                .collect(Collectors.toMap(
                        index -> new GroupKey(index.customerId(), index.groupId()), IndexDigest::digest));
        for (Waiter waiter : waiters) {
            String digest = digests.get(waiter.group);
            if (digest != null && !digest.equals(waiter.knownDigest)) {
                leave(waiter);
            }
        }
    }

    /** Identity is the caller's: two callers of one group are two waiters. */
    private static final class Waiter {
        private final GroupKey group;
        private final String knownDigest;
        private final UniEmitter<? super Void> emitter;
        private final Context context;

        Waiter(GroupKey group, String knownDigest, UniEmitter<? super Void> emitter, Context context) {
            this.group = group;
            this.knownDigest = knownDigest;
            this.emitter = emitter;
            this.context = context;
        }
    }
}
