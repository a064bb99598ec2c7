package io.breakwater.config.readiness;

import io.breakwater.config.readiness.DrCoverageView.Code;
import io.breakwater.config.readiness.DrCoverageView.GapView;
import io.breakwater.config.readiness.DrCoverageView.SegmentView;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.ServerGroupConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Follows each DR segment to the agents that would serve it. Pure. */
final class DrCoverage {
    private static final String SEGMENT = "application";
    private static final String CONNECTOR_GROUP = "appConnectorGroup";
    private static final String EDGE_GROUP = "serviceEdgeGroup";

    private final TenantFacts tenant;
    private final Map<String, ServerGroupConf> serverGroups;
    private final Map<String, GroupConf> connectorGroups;
    private final Map<String, List<AgentFacts>> connectors;

    private DrCoverage(TenantFacts tenant) {
        this.tenant = tenant;
        this.serverGroups = tenant.view().serverGroups().stream()
                .collect(Collectors.toMap(ServerGroupConf::id, Function.identity()));
        this.connectorGroups = tenant.view().appConnectorGroups().stream()
                .collect(Collectors.toMap(GroupConf::id, Function.identity()));
        this.connectors = tenant.connectors().stream().collect(Collectors.groupingBy(AgentFacts::groupId));
    }

    static DrCoverageView of(TenantFacts tenant) {
        DrCoverage coverage = new DrCoverage(tenant);
        List<SegmentView> segments = tenant.view().applicationSegments().stream()
                .filter(ApplicationSegmentConf::useInDrMode)
                .map(coverage::segment)
                .toList();
        return new DrCoverageView(
                tenant.view().customerId(),
                tenant.view().drSettings().domain(),
                tenant.domainAddresses()
                        .map(found -> List.copyOf(new TreeSet<>(found)))
                        .orElse(null),
                tenant.unable().isPresent(),
                segments.stream().allMatch(SegmentView::complete),
                segments);
    }

    private SegmentView segment(ApplicationSegmentConf segment) {
        List<GapView> gaps = new ArrayList<>();
        checkConnectors(segment, gaps);
        checkEdges(segment, gaps);
        return new SegmentView(segment.id(), segment.name(), gaps.isEmpty(), gaps);
    }

    private void checkConnectors(ApplicationSegmentConf segment, List<GapView> gaps) {
        if (segment.serverGroupIds().isEmpty()) {
            gaps.add(of(Code.NO_SERVER_GROUP, segment, "Give the segment a server group."));
            return;
        }
        List<GroupConf> reached = segment.serverGroupIds().stream()
                .map(serverGroups::get)
                .filter(ServerGroupConf::enabled)
                .flatMap(group -> group.appConnectorGroupIds().stream())
                .distinct()
                .map(connectorGroups::get)
                .filter(group -> group.useInDrMode() && group.enabled())
                .toList();
        if (reached.isEmpty()) {
            gaps.add(of(
                    Code.NO_DR_CONNECTOR_GROUP,
                    segment,
                    "Give one of its enabled server groups an enabled App Connector group with useInDrMode."));
            return;
        }
        List<AgentFacts> serving = reached.stream()
                .flatMap(group -> connectors.getOrDefault(group.id(), List.of()).stream())
                .filter(AgentFacts::enabled)
                .toList();
        serving.forEach(connector -> checkLook("connector", connector, gaps));
        if (serving.isEmpty()) {
            reached.forEach(group -> gaps.add(new GapView(
                    Code.NO_CONNECTOR,
                    CONNECTOR_GROUP,
                    group.id(),
                    group.name(),
                    "Enrol an App Connector into this group, or enable one.")));
        }
    }

    private void checkEdges(ApplicationSegmentConf segment, List<GapView> gaps) {
        List<GroupConf> groups = tenant.view().serviceEdgeGroups().stream()
                .filter(group -> group.useInDrMode() && group.enabled())
                .filter(group -> isSeenIn(segment, group.microtenantId()))
                .toList();
        if (groups.isEmpty()) {
            gaps.add(
                    of(Code.NO_DR_EDGE_GROUP, segment, "Make an enabled Private Service Edge group with useInDrMode."));
            return;
        }
        Set<String> groupIds = groups.stream().map(GroupConf::id).collect(Collectors.toSet());
        List<AgentFacts> edges = tenant.edges().stream()
                .filter(edge -> edge.enabled() && groupIds.contains(edge.groupId()))
                .toList();
        if (edges.isEmpty()) {
            groups.forEach(group -> gaps.add(new GapView(
                    Code.NO_EDGE,
                    EDGE_GROUP,
                    group.id(),
                    group.name(),
                    "Enrol a Private Service Edge into this group, or enable one.")));
        }
        edges.forEach(edge -> checkAddresses(edge, gaps));
        edges.forEach(edge -> checkLook("serviceEdge", edge, gaps));
        checkDomain(segment, gaps);
    }

    private void checkAddresses(AgentFacts edge, List<GapView> gaps) {
        if (edge.addresses().isEmpty()) {
            gaps.add(of(
                    Code.EDGE_WITHOUT_PUBLIC_ADDRESS,
                    edge,
                    "Set publishIps of this edge to the addresses that users reach."));
        } else if (tenant.domainAddresses().isPresent()
                && edge.addresses().stream().noneMatch(tenant.domainAddresses().get()::contains)) {
            gaps.add(of(
                    Code.ADDRESS_NOT_IN_DR_DOMAIN,
                    edge,
                    "Add an A or AAAA record with one of " + new TreeSet<>(edge.addresses()) + " to "
                            + tenant.view().drSettings().domain() + "."));
        }
    }

    /** Whatever the bus brings: in a disaster the agent's own look may be all that there is. */
    private void checkLook(String kind, AgentFacts agent, List<GapView> gaps) {
        if (!tenant.canLook(agent)) {
            gaps.add(new GapView(
                    Code.AGENT_CANNOT_LOOK_UP,
                    kind,
                    agent.id(),
                    agent.name(),
                    "Let this agent look the DR domain up: see its DNS servers and what lies between."));
        }
    }

    private void checkDomain(ApplicationSegmentConf segment, List<GapView> gaps) {
        if (tenant.view().drSettings().domain() == null) {
            gaps.add(of(Code.DOMAIN_NOT_SET, segment, "Set the DR domain in the tenant's DR settings."));
        } else if (tenant.domainAddresses().isEmpty()) {
            gaps.add(of(
                    Code.DOMAIN_NOT_LOOKED_UP,
                    segment,
                    "The addresses of the DR domain could not be looked up; see whether its name servers answer."));
        }
    }

    private static boolean isSeenIn(ApplicationSegmentConf segment, String microtenantId) {
        return segment.microtenantId().equals(microtenantId)
                || segment.sharedWithMicrotenants().contains(microtenantId);
    }

    private static GapView of(Code code, ApplicationSegmentConf segment, String fix) {
        return new GapView(code, SEGMENT, segment.id(), segment.name(), fix);
    }

    private static GapView of(Code code, AgentFacts edge, String fix) {
        return new GapView(code, "serviceEdge", edge.id(), edge.name(), fix);
    }
}
