package io.breakwater.watcher.settings;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;

/**
 * Which tenants are this replica's: those whose events are in its partitions of the settings topic. The owner's answer has no partition,
 * so it is computed as the producers' partitioner does.
 *
 * @param mine partitions of this replica
 * @param all how many the topic has; 0 before they are known
 */
record Share(Set<Integer> mine, int all) {
    /** Before partitions were assigned. */
    static final Share NONE = new Share(Set.of(), 0);

    Share {
        mine = Set.copyOf(mine);
    }

    boolean isKnown() {
        return all > 0;
    }

    boolean holds(String customerId) {
        return isKnown() && mine.contains(partition(customerId));
    }

    int partition(String customerId) {
        return Utils.toPositive(Utils.murmur2(customerId.getBytes(StandardCharsets.UTF_8))) % all;
    }
}
