package io.breakwater.platform.events;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The highest counter of each agent's key, for a while after its last event: what was said before has no effect when it is repeated
 * later. The same one again is let through, for an event may come twice and has its effect once by its id. Safe for threads.
 */
final class AgentCounters {
    private final Cache<String, Long> last;

    AgentCounters(EventsConfig.Keys config) {
        this.last = Caffeine.newBuilder()
                .maximumSize(config.agentCounters())
                .expireAfterWrite(config.agentCounterRetention())
                .build();
    }

    /** Whether nothing later was heard; only for what is verified. */
    boolean accept(String agentId, String keyId, long counter) {
        String key = agentId + " " + keyId;
        Long before = last.getIfPresent(key);
        if (before != null && before > counter) {
            return false;
        }
        last.put(key, counter);
        return true;
    }
}
