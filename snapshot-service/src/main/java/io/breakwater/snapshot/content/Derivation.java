package io.breakwater.snapshot.content;

import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.event.AgentKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a capture needs of a view: what is wrong with it, its groups, and the content of the designated ones.
 *
 * @param findings why the view cannot become a snapshot; empty: it is closed, and only then are there contents
 * @param groups every group of the tenant, designated or not
 * @param contents of the designated groups
 */
public record Derivation(DrView view, List<String> findings, List<Group> groups, List<GroupContent> contents) {

    /** A group and what its agents are. */
    public record Group(AgentKind kind, GroupConf conf) {}

    /** Derives. Needs no order in the view's lists; the same view in any order gives the same octets. */
    public static Derivation of(DrView raw) {
        DrView view = Normalized.view(raw);
        List<String> findings = ReferenceCheck.findings(view);
        List<Group> groups = groups(view);
        if (!findings.isEmpty()) {
            return new Derivation(view, findings, groups, List.of());
        }
        Map<String, GroupFiles> files = new HashMap<>();
        List<GroupContent> contents = groups.stream()
                .filter(group -> group.conf().useInDrMode())
                .map(group -> files.computeIfAbsent(
                                group.conf().microtenantId(), id -> new GroupFiles(MicrotenantView.of(view, id)))
                        .of(group.kind(), group.conf()))
                .toList();
        return new Derivation(view, findings, groups, contents);
    }

    private static List<Group> groups(DrView view) {
        List<Group> groups = new ArrayList<>();
        view.appConnectorGroups().forEach(group -> groups.add(new Group(AgentKind.APP_CONNECTOR, group)));
        view.serviceEdgeGroups().forEach(group -> groups.add(new Group(AgentKind.SERVICE_EDGE, group)));
        return List.copyOf(groups);
    }
}
