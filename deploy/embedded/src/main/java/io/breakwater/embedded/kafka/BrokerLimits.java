package io.breakwater.embedded.kafka;

import java.util.Map;
import java.util.Properties;

/**
 * What the broker takes at most, so that it lives on its small heap and on a laptop's disk whatever its clients do. The services send
 * records of at most 1 MiB and fetch at most 2 MiB at a time. Each can be set to something else by a system property
 * {@value #PREFIX} + name of the broker's JVM.
 */
final class BrokerLimits {
    static final String PREFIX = "breakwater.kafka.";

    private static final Map<String, String> LIMITS = Map.of(
            "message.max.bytes", "1048588", // 1 MiB and the batch's header
            // A batch is written as large as it is: one that would expand beyond the limit at its consumers is refused
            "compression.type", "uncompressed",
            "socket.request.max.bytes", "8388608",
            "queued.max.request.bytes", "33554432",
            "queued.max.requests", "100",
            "fetch.max.bytes", "8388608",
            "max.connections", "1000",
            "group.max.size", "1000",
            // Seven days, but no more than this of one partition: the services' databases have it all
            "log.retention.bytes", "536870912",
            "log.segment.bytes", "67108864");

    private BrokerLimits() {}

    static void addTo(Properties properties) {
        LIMITS.forEach((name, value) -> properties.put(name, System.getProperty(PREFIX + name, value)));
    }
}
