package io.breakwater.snapshot.content;

import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.ApplicationSegmentConf.PortRange;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.SegmentGroupConf;
import io.breakwater.contracts.config.ServerConf;
import io.breakwater.contracts.config.ServerGroupConf;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.DrSettings.DrPublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The same view with every list in one order (objects by id, names and ports by value), and with empty lists where there were none. The
 * order of DNS servers has a meaning and stays.
 */
final class Normalized {
    private static final Comparator<String> BY_NUMBER =
            Comparator.nullsFirst(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    private Normalized() {}

    static DrView view(DrView view) {
        return new DrView(
                view.customerId(),
                view.customerName(),
                view.revision(),
                settings(view.drSettings()),
                view.replay(),
                sorted(view.appConnectorGroups(), GroupConf::id),
                sorted(view.serviceEdgeGroups(), GroupConf::id),
                sorted(view.segmentGroups(), SegmentGroupConf::id),
                sorted(view.servers(), ServerConf::id),
                sorted(view.serverGroups(), ServerGroupConf::id).stream()
                        .map(Normalized::serverGroup)
                        .toList(),
                sorted(view.applicationSegments(), ApplicationSegmentConf::id).stream()
                        .map(Normalized::segment)
                        .toList());
    }

    private static DrSettings settings(DrSettings settings) {
        return settings == null
                ? null
                : new DrSettings(
                        settings.customerId(),
                        settings.revision(),
                        settings.domain(),
                        sorted(settings.publicKeys(), DrPublicKey::id),
                        settings.maxAuthenticationAgeSeconds(),
                        settings.replay(),
                        settings.absence(),
                        settings.compatSignedText(),
                        settings.lookup());
    }

    private static ServerGroupConf serverGroup(ServerGroupConf group) {
        return new ServerGroupConf(
                group.id(),
                group.name(),
                group.enabled(),
                group.dynamicDiscovery(),
                ids(group.appConnectorGroupIds()),
                ids(group.serverIds()),
                group.microtenantId());
    }

    private static ApplicationSegmentConf segment(ApplicationSegmentConf segment) {
        return new ApplicationSegmentConf(
                segment.id(),
                segment.name(),
                segment.enabled(),
                segment.useInDrMode(),
                present(segment.domainNames()).stream().sorted().distinct().toList(),
                ports(segment.tcpPortRanges()),
                ports(segment.udpPortRanges()),
                segment.segmentGroupId(),
                ids(segment.serverGroupIds()),
                segment.doubleEncrypt(),
                segment.bypassType(),
                segment.healthReporting(),
                segment.microtenantId(),
                ids(segment.sharedWithMicrotenants()));
    }

    private static List<PortRange> ports(List<PortRange> ranges) {
        return present(ranges).stream()
                .sorted(Comparator.comparingInt(PortRange::from).thenComparingInt(PortRange::to))
                .toList();
    }

    private static List<String> ids(List<String> ids) {
        return present(ids).stream().sorted(BY_NUMBER).distinct().toList();
    }

    private static <T> List<T> sorted(List<T> objects, Function<T, String> id) {
        return present(objects).stream()
                .sorted(Comparator.comparing(id, BY_NUMBER))
                .toList();
    }

    private static <T> List<T> present(List<T> list) {
        return list == null ? List.of() : list;
    }
}
