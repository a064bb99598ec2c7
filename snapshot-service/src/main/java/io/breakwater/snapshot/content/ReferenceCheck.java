package io.breakwater.snapshot.content;

import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.SegmentGroupConf;
import io.breakwater.contracts.config.ServerConf;
import io.breakwater.contracts.config.ServerGroupConf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether a view is closed: every id that stands in it is in it, and no id twice. An agent cannot look a missing object up during a
 * disaster, so that a view that is not closed never becomes a snapshot (I6). One check per view, for one thread.
 */
public final class ReferenceCheck {
    private final List<String> findings = new ArrayList<>();

    private ReferenceCheck() {}

    /** What is wrong with the view, for people, in a stable order; empty: it is closed. */
    public static List<String> findings(DrView view) {
        ReferenceCheck check = new ReferenceCheck();
        check.run(view);
        return List.copyOf(check.findings);
    }

    private void run(DrView view) {
        Set<String> connectorGroups = ids("App Connector group", view.appConnectorGroups(), GroupConf::id);
        ids("service edge group", view.serviceEdgeGroups(), GroupConf::id);
        Set<String> segmentGroups = ids("segment group", view.segmentGroups(), SegmentGroupConf::id);
        Set<String> servers = ids("server", view.servers(), ServerConf::id);
        Set<String> serverGroups = ids("server group", view.serverGroups(), ServerGroupConf::id);
        ids("application segment", view.applicationSegments(), ApplicationSegmentConf::id);

        for (ServerGroupConf group : view.serverGroups()) {
            String where = "server group " + group.id();
            all(where, "App Connector group", group.appConnectorGroupIds(), connectorGroups);
            all(where, "server", group.serverIds(), servers);
        }
        for (ApplicationSegmentConf segment : view.applicationSegments()) {
            String where = "application segment " + segment.id();
            all(where, "server group", segment.serverGroupIds(), serverGroups);
            if (segment.segmentGroupId() != null) {
                all(where, "segment group", List.of(segment.segmentGroupId()), segmentGroups);
            }
        }
    }

    private <T> Set<String> ids(String kind, List<T> objects, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (T object : objects) {
            String value = id.apply(object);
            if (value == null) {
                findings.add("a " + kind + " has no id");
            } else if (!seen.add(value)) {
                findings.add(kind + " " + value + " is there twice");
            }
        }
        return seen;
    }

    private void all(String where, String kind, List<String> ids, Set<String> known) {
        for (String id : ids) {
            if (!known.contains(id)) {
                findings.add(where + " names " + kind + " " + id + ", which is not there");
            }
        }
    }
}
