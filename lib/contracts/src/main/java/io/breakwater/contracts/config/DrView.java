package io.breakwater.contracts.config;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.ReplayView;
import java.util.List;

/**
 * A tenant's whole configuration, of all its microtenants, as one repeatable-read transaction saw it. References are closed: every id that
 * stands in it is in it, and an object names objects of its own microtenant only.
 *
 * @param revision of the tenant's configuration in that transaction
 * @param replay as dr-controller last told it, or null before the first activation
 */
public record DrView(
        String customerId,
        String customerName,
        long revision,
        DrSettings drSettings,
        ReplayView replay,
        List<GroupConf> appConnectorGroups,
        List<GroupConf> serviceEdgeGroups,
        List<SegmentGroupConf> segmentGroups,
        List<ServerConf> servers,
        List<ServerGroupConf> serverGroups,
        List<ApplicationSegmentConf> applicationSegments) {}
