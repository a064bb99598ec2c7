package io.breakwater.snapshot.content;

import io.breakwater.contracts.config.ApplicationConf;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.CustomerConf;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.ServerGroupConf;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A group's four files, from the closed and normalized view of its microtenant. A connector group gets the segments that one of its server groups serves, with
 * everything that those name; an edge group gets all segments that its microtenant sees. For one view and one thread.
 */
final class GroupFiles {
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    private final DrView view;
    private final List<GroupConf> drConnectorGroups;
    private final List<GroupConf> drEdgeGroups;

    /** Of all segments, the same for every edge group of the microtenant. */
    private final byte[] allApplications;

    GroupFiles(DrView view) {
        this.view = view;
        this.drConnectorGroups = view.appConnectorGroups().stream()
                .filter(GroupConf::useInDrMode)
                .toList();
        this.drEdgeGroups =
                view.serviceEdgeGroups().stream().filter(GroupConf::useInDrMode).toList();
        this.allApplications = CanonicalJson.octets(new ApplicationConf(
                view.applicationSegments(), view.segmentGroups(), view.serverGroups(), view.servers()));
    }

    GroupContent of(AgentKind kind, GroupConf group) {
        byte[] applications =
                kind == AgentKind.SERVICE_EDGE ? allApplications : CanonicalJson.octets(servedBy(group.id()));
        byte[] customer = CanonicalJson.octets(customer(kind, group, view.revision(), view.drSettings()));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(SnapshotFiles.APPLICATIONS, applications);
        files.put(SnapshotFiles.CUSTOMER, customer);
        files.put(SnapshotFiles.OVERRIDES, EMPTY);
        files.put(SnapshotFiles.OTHER, EMPTY);
        return new GroupContent(kind, group, files, digest(kind, group, applications));
    }

    private ApplicationConf servedBy(String connectorGroupId) {
        Set<String> ours = new HashSet<>();
        for (ServerGroupConf group : view.serverGroups()) {
            if (group.appConnectorGroupIds().contains(connectorGroupId)) {
                ours.add(group.id());
            }
        }
        List<ApplicationSegmentConf> segments = view.applicationSegments().stream()
                .filter(segment -> segment.serverGroupIds().stream().anyMatch(ours::contains))
                .toList();
        Set<String> segmentGroups = new HashSet<>();
        Set<String> serverGroups = new HashSet<>();
        for (ApplicationSegmentConf segment : segments) {
            segmentGroups.add(segment.segmentGroupId());
            serverGroups.addAll(segment.serverGroupIds());
        }
        List<ServerGroupConf> groups = view.serverGroups().stream()
                .filter(group -> serverGroups.contains(group.id()))
                .toList();
        Set<String> servers = new HashSet<>();
        groups.forEach(group -> servers.addAll(group.serverIds()));
        return new ApplicationConf(
                segments,
                view.segmentGroups().stream()
                        .filter(group -> segmentGroups.contains(group.id()))
                        .toList(),
                groups,
                view.servers().stream()
                        .filter(server -> servers.contains(server.id()))
                        .toList());
    }

    private CustomerConf customer(AgentKind kind, GroupConf group, long revision, DrSettings settings) {
        return new CustomerConf(
                view.customerId(),
                view.customerName(),
                revision,
                settings,
                kind,
                group,
                drConnectorGroups,
                drEdgeGroups);
    }

    private String digest(AgentKind kind, GroupConf group, byte[] applications) {
        byte[] customer = CanonicalJson.octets(customer(kind, group, 0, Revisionless.of(view.drSettings())));
        String both = DocumentSignature.sha256(applications) + DocumentSignature.sha256(customer);
        return DocumentSignature.sha256(both.getBytes(StandardCharsets.UTF_8));
    }
}
