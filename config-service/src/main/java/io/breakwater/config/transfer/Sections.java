package io.breakwater.config.transfer;

import io.breakwater.config.application.ApplicationService;
import io.breakwater.config.connectorgroup.ConnectorGroupService;
import io.breakwater.config.edgegroup.EdgeGroupService;
import io.breakwater.config.microtenant.MicrotenantService;
import io.breakwater.config.network.TrustedNetworkService;
import io.breakwater.config.segmentgroup.SegmentGroupService;
import io.breakwater.config.server.ServerService;
import io.breakwater.config.servergroup.ServerGroupService;
import io.breakwater.config.transfer.Section.Reference;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The document's parts, each after those that it refers to. */
@Singleton
class Sections {
    private static final String CONNECTOR_GROUPS = "appConnectorGroups";
    private static final String NETWORKS = "trustedNetworks";
    private static final String SERVERS = "servers";
    private static final String SERVER_GROUPS = "serverGroups";
    private static final String SEGMENT_GROUPS = "segmentGroups";

    private final List<Section> all;

    Sections(
            MicrotenantService microtenants,
            TrustedNetworkService networks,
            ConnectorGroupService connectorGroups,
            EdgeGroupService edgeGroups,
            ServerService servers,
            ServerGroupService serverGroups,
            SegmentGroupService segmentGroups,
            ApplicationService applications) {
        this.all = List.of(
                Section.shared(Section.MICROTENANTS, microtenants),
                Section.shared(NETWORKS, networks),
                Section.of(CONNECTOR_GROUPS, connectorGroups),
                Section.of("serviceEdgeGroups", edgeGroups).withLists(Map.of(NETWORKS, NETWORKS)),
                Section.of(SERVERS, servers),
                Section.of(SERVER_GROUPS, serverGroups)
                        .withLists(Map.of(CONNECTOR_GROUPS, CONNECTOR_GROUPS, SERVERS, SERVERS)),
                Section.of(SEGMENT_GROUPS, segmentGroups),
                Section.of("applications", applications)
                        .withSingle(Map.of("segmentGroupId", new Reference("segmentGroup", SEGMENT_GROUPS)))
                        .withLists(Map.of(SERVER_GROUPS, SERVER_GROUPS)));
    }

    List<Section> all() {
        return all;
    }
}
