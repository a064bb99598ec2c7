package io.breakwater.config.readiness;

import io.breakwater.config.readiness.ConfigGraphView.EdgeView;
import io.breakwater.config.readiness.ConfigGraphView.NodeView;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.SegmentGroupConf;
import io.breakwater.contracts.config.ServerConf;
import io.breakwater.contracts.config.ServerGroupConf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The chain segment group, segment, server group, connector group, connector of a tenant, its servers, and beside it its service edges
 * in their groups. From an object it is followed to both ends,
 * never back: a neighbour's other neighbours do not belong to it. Pure.
 */
final class ConfigGraph {
    private final Map<String, NodeView> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> down = new LinkedHashMap<>();
    private final Map<String, List<String>> up = new LinkedHashMap<>();

    private final DrGaps gaps;

    private ConfigGraph(DrGaps gaps) {
        this.gaps = gaps;
    }

    /** @param microtenantId whose objects count, with the segments that are shared with it */
    static ConfigGraph of(TenantFacts tenant, String microtenantId) {
        ConfigGraph graph = new ConfigGraph(DrGaps.of(tenant));
        DrView view = tenant.view();
        List<ApplicationSegmentConf> segments = view.applicationSegments().stream()
                .filter(segment -> segment.microtenantId().equals(microtenantId)
                        || segment.sharedWithMicrotenants().contains(microtenantId))
                .toList();
        Map<String, List<AgentFacts>> connectors =
                tenant.connectors().stream().collect(Collectors.groupingBy(AgentFacts::groupId));
        Map<String, GroupConf> groups =
                own(view.appConnectorGroups(), GroupConf::microtenantId, GroupConf::id, microtenantId);
        Map<String, ServerGroupConf> serverGroups =
                own(view.serverGroups(), ServerGroupConf::microtenantId, ServerGroupConf::id, microtenantId);
        Map<String, List<AgentFacts>> edges =
                tenant.edges().stream().collect(Collectors.groupingBy(AgentFacts::groupId));
        own(view.serviceEdgeGroups(), GroupConf::microtenantId, GroupConf::id, microtenantId)
                .values()
                .forEach(group -> graph.add(Agents.EDGES, group, edges.getOrDefault(group.id(), List.of())));
        groups.values()
                .forEach(group -> graph.add(Agents.CONNECTORS, group, connectors.getOrDefault(group.id(), List.of())));
        own(view.servers(), ServerConf::microtenantId, ServerConf::id, microtenantId)
                .values()
                .forEach(server -> graph.node("server", server.id(), server.name(), server.enabled(), false, null));
        serverGroups.values().forEach(group -> graph.add(group, groups));
        segments.forEach(segment -> graph.add(segment, serverGroups.keySet()));
        own(view.segmentGroups(), SegmentGroupConf::microtenantId, SegmentGroupConf::id, microtenantId)
                .values()
                .forEach(group -> graph.add(group, segments));
        return graph;
    }

    /** Nothing when there is no such object. */
    Optional<ConfigGraphView> around(String kind, String id) {
        if (!nodes.containsKey(id) || !nodes.get(id).kind().equals(kind)) {
            return Optional.empty();
        }
        Set<String> ids = new LinkedHashSet<>(Set.of(id));
        Set<EdgeView> edges = new LinkedHashSet<>();
        follow(id, up, (from, to) -> new EdgeView(to, from), ids, edges);
        follow(id, down, EdgeView::new, ids, edges);
        return Optional.of(new ConfigGraphView(ids.stream().map(nodes::get).toList(), List.copyOf(edges)));
    }

    private interface Direction {
        EdgeView edge(String from, String to);
    }

    private static void follow(
            String start, Map<String, List<String>> links, Direction direction, Set<String> ids, Set<EdgeView> edges) {
        Deque<String> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new LinkedHashSet<>(Set.of(start));
        while (!open.isEmpty()) {
            String current = open.poll();
            for (String next : links.getOrDefault(current, List.of())) {
                edges.add(direction.edge(current, next));
                if (seen.add(next)) {
                    ids.add(next);
                    open.add(next);
                }
            }
        }
    }

    /** The words for a kind of agent. */
    private enum Agents {
        CONNECTORS("appConnectorGroup", "connector", "has no enabled connector"),
        EDGES("serviceEdgeGroup", "serviceEdge", "has no enabled service edge");

        private final String group;
        private final String member;
        private final String deserted;

        Agents(String group, String member, String deserted) {
            this.group = group;
            this.member = member;
            this.deserted = deserted;
        }
    }

    private void add(Agents kind, GroupConf group, List<AgentFacts> members) {
        boolean served = members.stream().anyMatch(AgentFacts::enabled);
        String reason = served ? null : kind.deserted;
        node(kind.group, group.id(), group.name(), group.enabled(), group.useInDrMode(), reason);
        for (AgentFacts member : members) {
            node(kind.member, member.id(), member.name(), member.enabled(), group.useInDrMode(), null);
            link(group.id(), member.id());
        }
    }

    private void add(ServerGroupConf group, Map<String, GroupConf> groups) {
        List<String> linked = group.appConnectorGroupIds().stream()
                .filter(groups::containsKey)
                .toList();
        String reason = linked.isEmpty() ? "has no App Connector group" : null;
        boolean dr = linked.stream().anyMatch(id -> groups.get(id).useInDrMode());
        node("serverGroup", group.id(), group.name(), group.enabled(), dr, reason);
        linked.forEach(id -> link(group.id(), id));
        group.serverIds().stream().filter(nodes::containsKey).forEach(id -> link(group.id(), id));
    }

    /** @param visible the server groups that may be seen */
    private void add(ApplicationSegmentConf segment, Set<String> visible) {
        node(
                "application",
                segment.id(),
                segment.name(),
                segment.enabled(),
                segment.useInDrMode(),
                gaps.of(segment, nodes.keySet()));
        segment.serverGroupIds().stream().filter(visible::contains).forEach(id -> link(segment.id(), id));
    }

    private void add(SegmentGroupConf group, List<ApplicationSegmentConf> segments) {
        List<ApplicationSegmentConf> members = segments.stream()
                .filter(segment -> segment.segmentGroupId().equals(group.id()))
                .toList();
        boolean dr = members.stream().anyMatch(ApplicationSegmentConf::useInDrMode);
        String reason = members.isEmpty() ? "has no segment" : null;
        node("segmentGroup", group.id(), group.name(), group.enabled(), dr, reason);
        members.forEach(segment -> link(group.id(), segment.id()));
    }

    private void node(String kind, String id, String name, boolean enabled, boolean dr, String reason) {
        String why = reason == null ? gaps.of(id) : reason;
        nodes.put(id, new NodeView(kind, id, name, enabled, dr, why != null, why));
    }

    private void link(String from, String to) {
        down.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
        up.computeIfAbsent(to, id -> new ArrayList<>()).add(from);
    }

    private static <T> Map<String, T> own(
            Collection<T> all, Function<T, String> microtenant, Function<T, String> id, String microtenantId) {
        return all.stream()
                .filter(one -> microtenant.apply(one).equals(microtenantId))
                .collect(Collectors.toMap(id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
