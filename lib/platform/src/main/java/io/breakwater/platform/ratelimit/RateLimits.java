package io.breakwater.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;

/**
 * Counts the requests of each source address, reads and writes apart. An address that was silent for a window is forgotten, as its
 * windows would be over. Bounded: when more addresses call at a time than are remembered, some begin anew. Safe for threads, never waits.
 */
final class RateLimits {
    private final RateLimitConfig config;
    private final TimeMeter time;
    private final Cache<String, Windows> callers;

    RateLimits(RateLimitConfig config, TimeMeter time) {
        this.config = config;
        this.time = time;
        this.callers = Caffeine.newBuilder()
                .maximumSize(config.callers())
                .expireAfterAccess(config.window())
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /** Counts one request, unless it comes too soon. */
    Verdict ask(String address, boolean read) {
        Windows windows = callers.get(address, caller -> new Windows(window(config.reads()), window(config.writes())));
        ConsumptionProbe probe = (read ? windows.reads : windows.writes).tryConsumeAndReturnRemaining(1);
        return new Verdict(
                probe.isConsumed(),
                read ? config.reads() : config.writes(),
                probe.getRemainingTokens(),
                secondsUp(probe.getNanosToWaitForReset()));
    }

    /** How many addresses are remembered now. */
    long count() {
        callers.cleanUp();
        return callers.estimatedSize();
    }

    private Bucket window(int requests) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(requests).refillIntervally(requests, config.window()))
                .build();
    }

    private static long secondsUp(long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return (nanos + second - 1) / second;
    }

    private record Windows(Bucket reads, Bucket writes) {}
}
