package io.breakwater.agent.service;

import io.breakwater.contracts.config.ApplicationConf;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.CustomerConf;
import java.util.List;

/** A snapshot's content, parsed. */
public record Configuration(ApplicationConf applications, CustomerConf customer) {

    /** The segments designated for DR. */
    public List<ApplicationSegmentConf> drSegments() {
        return segments().stream().filter(ApplicationSegmentConf::useInDrMode).toList();
    }

    /** All segments that are enabled. */
    public List<ApplicationSegmentConf> segments() {
        return applications.applicationSegments().stream()
                .filter(ApplicationSegmentConf::enabled)
                .toList();
    }
}
