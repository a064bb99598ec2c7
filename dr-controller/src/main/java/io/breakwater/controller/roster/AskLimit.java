package io.breakwater.controller.roster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** How often config-service is asked about agents whose key is unknown: a flood of forged events must not become one of questions. Safe for threads. */
final class AskLimit {
    private final Cache<String, Boolean> asked;
    private final int perSecond;
    private long second;
    private int count;

    AskLimit(RosterConfig config) {
        this.asked = Caffeine.newBuilder()
                .maximumSize(config.asksRemembered())
                .expireAfterWrite(config.askAgainAfter())
                .build();
        this.perSecond = config.asksPerSecond();
    }

    /** @param nanoTime of the machine's monotonic clock */
    boolean allows(String agentId, String keyId, long nanoTime) {
        String key = agentId + " " + keyId;
        if (asked.getIfPresent(key) != null || !takes(nanoTime / 1_000_000_000L)) {
            return false;
        }
        asked.put(key, Boolean.TRUE);
        return true;
    }

    /** The question was not answered: it may be asked again at once. */
    void forget(String agentId, String keyId) {
        asked.invalidate(agentId + " " + keyId);
    }

    private synchronized boolean takes(long now) {
        if (now != second) {
            second = now;
            count = 0;
        }
        return ++count <= perSecond;
    }
}
