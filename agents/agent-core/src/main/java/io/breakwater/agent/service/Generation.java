package io.breakwater.agent.service;

import io.breakwater.activation.Mode;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import java.time.Instant;
import java.util.List;

/**
 * One run of the agent's service.
 *
 * @param number grows by one with each start in this process
 * @param snapshot name of the snapshot it was loaded from, or null when the agent has none yet
 * @param snapshotSequence of it, or null
 * @param segments what it serves: in TEST and ACTIVE the segments designated for DR
 * @param configuration the snapshot's whole content, or null
 */
public record Generation(
        long number,
        Mode mode,
        Instant startedAt,
        String snapshot,
        Long snapshotSequence,
        List<ApplicationSegmentConf> segments,
        Configuration configuration) {

    public Generation {
        segments = List.copyOf(segments);
    }
}
