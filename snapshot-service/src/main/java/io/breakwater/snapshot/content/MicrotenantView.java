package io.breakwater.snapshot.content;

import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.ServerConf;
import io.breakwater.contracts.config.ServerGroupConf;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The part of a tenant's view that one microtenant may see (I8): its own objects, the segments that others share with it, and the segment
 * groups of those. Who serves a shared segment stays its owner's: it comes without server groups.
 */
final class MicrotenantView {
    private MicrotenantView() {}

    /** @param view normalized and closed; what comes out is so too */
    static DrView of(DrView view, String microtenantId) {
        List<ApplicationSegmentConf> segments = view.applicationSegments().stream()
                .filter(segment -> sees(microtenantId, segment))
                .map(segment -> asSeen(microtenantId, segment))
                .toList();
        Set<String> segmentGroups = new HashSet<>();
        segments.forEach(segment -> segmentGroups.add(segment.segmentGroupId()));
        return new DrView(
                view.customerId(),
                view.customerName(),
                view.revision(),
                view.drSettings(),
                view.replay(),
                own(view.appConnectorGroups(), GroupConf::microtenantId, microtenantId),
                own(view.serviceEdgeGroups(), GroupConf::microtenantId, microtenantId),
                view.segmentGroups().stream()
                        .filter(group ->
                                group.microtenantId().equals(microtenantId) || segmentGroups.contains(group.id()))
                        .toList(),
                own(view.servers(), ServerConf::microtenantId, microtenantId),
                own(view.serverGroups(), ServerGroupConf::microtenantId, microtenantId),
                segments);
    }

    private static boolean sees(String microtenantId, ApplicationSegmentConf segment) {
        return segment.microtenantId().equals(microtenantId)
                || segment.sharedWithMicrotenants().contains(microtenantId);
    }

    private static ApplicationSegmentConf asSeen(String microtenantId, ApplicationSegmentConf segment) {
        return segment.microtenantId().equals(microtenantId)
                ? segment
                : new ApplicationSegmentConf(
                        segment.id(),
                        segment.name(),
                        segment.enabled(),
                        segment.useInDrMode(),
                        segment.domainNames(),
                        segment.tcpPortRanges(),
                        segment.udpPortRanges(),
                        segment.segmentGroupId(),
                        List.of(),
                        segment.doubleEncrypt(),
                        segment.bypassType(),
                        segment.healthReporting(),
                        segment.microtenantId(),
                        List.of(microtenantId));
    }

    private static <T> List<T> own(List<T> objects, Function<T, String> owner, String microtenantId) {
        return objects.stream()
                .filter(object -> owner.apply(object).equals(microtenantId))
                .toList();
    }
}
